import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LOCALES, countCharacters } from '../shared/index.js';
import { sidesTooAlone } from './balance.js';
import {
  DEFAULT_PROMPTS,
  PROMPT_STARTER_MAX,
  PROMPT_TITLE_MAX,
  type Prompt,
  changePrompts,
  defaultPrompts,
  wordingOf,
} from './prompts.js';
import { isSpellingChange } from './spelling.js';

const own: Prompt = {
  id: 'own',
  coloured: true,
  wordings: { fi: { title: 'Joku, jolla on peräkärry', starter: 'Saisiko sitä lainata?' } },
};
const withOwn = (prompt: Prompt) => [...defaultPrompts().slice(0, 8), prompt];
const titled = (title: string): Prompt => ({ ...own, wordings: { fi: { title, starter: '' } } });

describe('default prompts', () => {
  it('are nine, four of them coloured', () => {
    expect(new Set(DEFAULT_PROMPTS.map(({ id }) => id)).size).toBe(9);
    expect(DEFAULT_PROMPTS.filter(({ coloured }) => coloured)).toHaveLength(4);
  });

  it.each(LOCALES)('have a short title and a starter each in %s', (locale) => {
    const file = new URL(`../../../i18n/src/${locale}/prompts.json`, import.meta.url);
    const texts = JSON.parse(readFileSync(file, 'utf8')) as Record<
      string,
      { title: string; starter: string }
    >;
    expect(Object.keys(texts)).toEqual(DEFAULT_PROMPTS.map(({ id }) => id));
    for (const { title, starter } of Object.values(texts)) {
      expect(countCharacters(title)).toBeLessThanOrEqual(PROMPT_TITLE_MAX);
      expect(countCharacters(starter)).toBeLessThanOrEqual(PROMPT_STARTER_MAX);
      expect(starter).toMatch(/\?$/);
    }
  });
});

describe('changing prompts', () => {
  it('takes own prompts, cleaned, before the first card', () => {
    const outcome = changePrompts(defaultPrompts(), withOwn(titled('  Joku,\n jolla on kanoja ')), false);
    expect(outcome).toMatchObject({ ok: true });
    expect(outcome.ok && outcome.value[8]?.wordings.fi?.title).toBe('Joku, jolla on kanoja');
  });

  it.each([
    ['eight prompts', defaultPrompts().slice(1), 'not-nine-prompts'],
    ['one prompt twice', [...defaultPrompts().slice(1), ...defaultPrompts().slice(1, 2)], 'prompt-twice'],
    ['an own prompt without words', withOwn({ ...own, wordings: {} }), 'prompt-without-words'],
    ['a blank title', withOwn(titled(' ')), 'text-blank'],
    ['a long title', withOwn(titled('a'.repeat(PROMPT_TITLE_MAX + 1))), 'text-too-long'],
  ])('refuses %s', (_what, next, code) => {
    expect(changePrompts(defaultPrompts(), next, false)).toMatchObject({ ok: false, code });
  });

  const locked = withOwn(own);
  it.each([
    [
      'a corrected letter',
      withOwn({
        ...own,
        wordings: { fi: { title: 'Joku jolla on peräkärry', starter: 'Saisiko sitä lainata?' } },
      }),
      true,
    ],
    [
      'a translation',
      withOwn({ ...own, wordings: { ...own.wordings, sv: { title: 'Någon med släpvagn', starter: '' } } }),
      true,
    ],
    ['another text', withOwn(titled('Joku, joka voi päättää')), false],
    ['a text taken away', withOwn({ ...own, wordings: { en: { title: 'Somebody', starter: '' } } }), false],
    ['another colour', withOwn({ ...own, coloured: false }), false],
    ['another order', [...locked].reverse(), false],
    [
      'words over a default',
      locked.map((prompt, index) => (index === 0 ? { ...prompt, wordings: own.wordings } : prompt)),
      false,
    ],
  ])('after the first card: %s', (_what, next, allowed) => {
    const outcome = changePrompts(locked, next, true);
    expect(outcome.ok ? 'changed' : outcome.code).toBe(allowed ? 'changed' : 'prompts-locked');
    expect(changePrompts(locked, next, false).ok).toBe(true);
  });

  it('shows own words in the reader’s language, else in Finnish, and none for a default', () => {
    expect(wordingOf(own, 'en')?.locale).toBe('fi');
    const english = { ...own, wordings: { ...own.wordings, en: { title: 'Trailer', starter: '' } } };
    expect(wordingOf(english, 'en')).toEqual({ locale: 'en', wording: { title: 'Trailer', starter: '' } });
    expect(wordingOf(defaultPrompts().at(0)!, 'fi')).toBeUndefined();
  });
});

describe('spelling', () => {
  it.each([
    ['kunnasta', 'Kunnasta', true],
    ['Joku toisesta kunasta', 'Joku toisesta kunnasta', true],
    ['Joku toisesta kunnasta', 'Joku samasta kunnasta', false],
    ['A\u030asa', 'Åsa', true],
    ['', 'Kysy jotain', false],
    ['Joku toisesta kunnasta', 'Joku, jolla on tila', false],
  ])('%j to %j: %s', (before, after, expected) => {
    expect(isSpellingChange(before, after)).toBe(expected);
    expect(isSpellingChange(after, before)).toBe(expected);
  });
});

describe('warning of sides that are too alone', () => {
  it('names the sides with fewer others than coloured squares', () => {
    expect(sidesTooAlone({ public: 30, community: 3, business: 0 }, DEFAULT_PROMPTS)).toEqual([
      { side: 'public', others: 3, needed: 4 },
    ]);
    expect(sidesTooAlone({ public: 30, community: 4, business: 0 }, DEFAULT_PROMPTS)).toEqual([]);
    expect(sidesTooAlone({ public: 5, community: 0, business: 0 }, DEFAULT_PROMPTS)).toHaveLength(1);
    expect(sidesTooAlone({ public: 0, community: 0, business: 0 }, DEFAULT_PROMPTS)).toEqual([]);
  });
});
