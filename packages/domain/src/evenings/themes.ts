import { type Outcome, cleanLine, fail, ok } from '../shared/index.js';

/** The seven themes of the source, offered when an evening is made (S5); texts: `evenings.theme.<key>`. */
export const THEMES = [
  'mental-health-and-substance-use',
  'developmental-disability',
  'children-and-families',
  'older-people',
  'diagnosis-based',
  'life-stages',
  'open-to-all-residents',
] as const;
export type ThemeKey = (typeof THEMES)[number];

/** One of the seven, or own words (S5, S12: themes are not tied to social and health care). */
export type Theme = { readonly key: ThemeKey } | { readonly text: string };

/** Greatest length of an own theme, in characters. */
export const THEME_MAX = 120;

/** True for the key of one of the seven themes (S5). */
export function isThemeKey(value: string): value is ThemeKey {
  return (THEMES as readonly string[]).includes(value);
}

/** A theme in the organiser's own words: one line of 1 to 120 characters (S5). */
export function ownTheme(
  text: string,
): Outcome<Theme, 'theme-missing' | 'theme-too-long' | 'theme-forbidden-character'> {
  const outcome = cleanLine(text, THEME_MAX);
  if (outcome.ok) return ok({ text: outcome.value });
  switch (outcome.code) {
    case 'text-blank':
      return fail('theme-missing');
    case 'text-too-long':
      return fail('theme-too-long', { max: THEME_MAX });
    case 'text-forbidden-character':
      return fail('theme-forbidden-character');
  }
}

/** True when both are the same one of the seven, or the same own words. */
export function isSameTheme(a: Theme, b: Theme): boolean {
  if ('key' in a) return 'key' in b && a.key === b.key;
  return 'text' in b && a.text === b.text;
}
