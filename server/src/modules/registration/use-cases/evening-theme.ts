import type { Locale } from '@hillo/domain/shared';
import type { Evening, Evenings } from '../../evenings/index.js';

/** What the evening is called, with the key of its theme for the picture beside it. */
export function eveningTheme(evenings: Evenings, evening: Evening, locale: Locale) {
  const { theme } = evening.plan;
  return { key: 'key' in theme ? theme.key : null, text: evenings.nameOf(evening, locale) };
}
