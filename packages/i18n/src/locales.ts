/** Finnish is the source; `fi-selko` is easy Finnish, laid over Finnish. */
export const SOURCE = 'fi';
export const TEXT_LOCALES = ['fi', 'sv', 'en', 'fi-selko'] as const;
export type TextLocale = (typeof TEXT_LOCALES)[number];

/** The tag that Intl understands: easy Finnish writes dates and numbers as Finnish does. */
export function intlTag(locale: TextLocale): string {
  return { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB', 'fi-selko': 'fi-FI' }[locale];
}
