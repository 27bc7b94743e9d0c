import { expect, it } from 'vitest';
import { chooseLocale } from './locale.js';

it.each([
  ['?lang=sv', 'en', ['fi'], 'sv'],
  ['?lang=fi-selko', null, ['en'], 'fi-selko'],
  ['?lang=xx', 'en', ['fi'], 'en'],
  ['', 'klingon', ['de-DE', 'sv-FI', 'en'], 'sv'],
  ['', null, ['fi-simple'], 'fi-selko'],
  ['', null, ['de', 'fr'], 'fi'],
  ['', null, [], 'fi'],
])('of %s, stored %s and %j chooses %s', (search, stored, languages, locale) => {
  expect(chooseLocale({ search, stored, languages })).toBe(locale);
});
