import { isLocale, languageTag, type Locale, LOCALES } from '@hillo/domain/shared';

const KEY = 'hillo.locale';

interface Surroundings {
  /** `location.search` */
  readonly search: string;
  readonly stored: string | null;
  /** `navigator.languages` */
  readonly languages: readonly string[];
}

/** The address says (`?lang=sv`), else what was chosen before, else the browser's list, else Finnish. */
export function chooseLocale({ search, stored, languages }: Surroundings): Locale {
  const asked = new URLSearchParams(search).get('lang') ?? '';
  if (isLocale(asked)) return asked;
  if (stored !== null && isLocale(stored)) return stored;
  for (const language of languages) {
    if (language.toLowerCase().startsWith('fi-simple')) return 'fi-selko';
    const [short = ''] = language.toLowerCase().split('-');
    if (isLocale(short)) return short;
  }
  return LOCALES[0];
}

export function currentLocale(): Locale {
  return chooseLocale({ search: location.search, stored: readStored(), languages: navigator.languages });
}

/** Writes the language where the page, screen readers and requests read it. */
export function showLocale(locale: Locale): void {
  document.documentElement.lang = languageTag(locale);
  document.documentElement.dataset['locale'] = locale;
}

/** Keeps a choice for the next visit; a browser that forbids storage forgets it. */
export function storeLocale(locale: Locale): void {
  try {
    localStorage.setItem(KEY, locale);
  } catch {
    return;
  }
}

function readStored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
