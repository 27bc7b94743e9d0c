/** Finnish is the source locale; `fi-selko` is easy Finnish (product.md, Languages). */
export const LOCALES = ['fi', 'sv', 'en', 'fi-selko'] as const;
export type Locale = (typeof LOCALES)[number];

export function isLocale(value: string): value is Locale {
  return (LOCALES as readonly string[]).includes(value);
}

/** BCP 47 tag for the HTML `lang` attribute: easy Finnish is `fi-simple` (IANA variant subtag). */
export function languageTag(locale: Locale): string {
  return locale === 'fi-selko' ? 'fi-simple' : locale;
}
