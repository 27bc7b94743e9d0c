import {
  LOCALES,
  type Locale,
  type Outcome,
  type TextProblem,
  cleanLine,
  fail,
  isBlank,
  ok,
} from '../shared/index.js';
import { type BoardPrompt, SQUARES } from './board.js';
import { isSpellingChange } from './spelling.js';

/** Limits in characters: a title is read in a square of a phone's card, a starter under it (S69). */
export const PROMPT_TITLE_MAX = 80;
export const PROMPT_STARTER_MAX = 200;

/** What a square asks for and how to begin the talk: "grab by the sleeve, ask, be curious" (S69). */
export interface PromptWording {
  readonly title: string;
  readonly starter: string;
}

/**
 * One of an evening's nine prompts. A default prompt has its key as id and no own wordings: its texts are
 * `prompts.<key>.title` and `.starter`. An organiser's prompt carries its words in at least one language.
 */
export interface Prompt extends BoardPrompt {
  readonly wordings: Readonly<Partial<Record<Locale, PromptWording>>>;
}

/** The nine default prompts; the last four are coloured (product rule 2, S64). */
export const DEFAULT_PROMPTS = [
  { id: 'same-people', coloured: false },
  { id: 'another-municipality', coloured: false },
  { id: 'space-to-use', coloured: false },
  { id: 'never-met', coloured: false },
  { id: 'tells-something-new', coloured: false },
  { id: 'can-decide', coloured: true },
  { id: 'guide-people-to', coloured: true },
  { id: 'do-together', coloured: true },
  { id: 'sees-a-gap', coloured: true },
] as const satisfies readonly BoardPrompt[];
export type DefaultPromptKey = (typeof DEFAULT_PROMPTS)[number]['id'];

/** The prompts that a new evening starts with. */
export function defaultPrompts(): Prompt[] {
  return DEFAULT_PROMPTS.map((prompt) => ({ ...prompt, wordings: {} }));
}

export function isDefaultPrompt(id: string): id is DefaultPromptKey {
  return DEFAULT_PROMPTS.some((prompt) => prompt.id === id);
}

/**
 * Own words of a prompt in the reader's language, else in the first of `LOCALES` that has them (Finnish is the source); `undefined` for a default
 * prompt, whose words are texts of the interface.
 */
export function wordingOf(
  prompt: Prompt,
  locale: Locale,
): { wording: PromptWording; locale: Locale } | undefined {
  for (const candidate of [locale, ...LOCALES]) {
    const wording = prompt.wordings[candidate];
    if (wording !== undefined) return { wording, locale: candidate };
  }
  return undefined;
}

export type PromptRefusal =
  'not-nine-prompts' | 'prompt-twice' | 'prompt-without-words' | 'prompts-locked' | TextProblem;

/**
 * The organiser's change of an evening's prompts. Until the first card everything may change; after it which prompts,
 * their order and their colours are locked and only spelling may be corrected (product rule 2).
 * @param cardIssued whether the evening has issued a card, hidden ones too
 * @returns the prompts with cleaned words; a failure's `index` names the prompt
 */
export function changePrompts(
  current: readonly Prompt[],
  next: readonly Prompt[],
  cardIssued: boolean,
): Outcome<readonly Prompt[], PromptRefusal> {
  if (next.length !== SQUARES.length) return fail('not-nine-prompts', { count: next.length });
  if (new Set(next.map((prompt) => prompt.id)).size !== next.length) return fail('prompt-twice');
  const cleaned: Prompt[] = [];
  for (const [index, prompt] of next.entries()) {
    const outcome = cleanPrompt(prompt);
    if (!outcome.ok) return fail(outcome.code, { ...outcome.data, index });
    if (cardIssued && !isSamePrompt(current[index], outcome.value)) return fail('prompts-locked', { index });
    cleaned.push(outcome.value);
  }
  return ok(cleaned);
}

function cleanPrompt(prompt: Prompt): Outcome<Prompt, PromptRefusal> {
  const wordings: Partial<Record<Locale, PromptWording>> = {};
  for (const locale of LOCALES) {
    const wording = prompt.wordings[locale];
    if (wording === undefined) continue;
    const title = cleanLine(wording.title, PROMPT_TITLE_MAX);
    if (!title.ok) return title;
    const starter = isBlank(wording.starter) ? ok('') : cleanLine(wording.starter, PROMPT_STARTER_MAX);
    if (!starter.ok) return starter;
    wordings[locale] = { title: title.value, starter: starter.value };
  }
  const wordless = Object.keys(wordings).length === 0;
  return wordless && !isDefaultPrompt(prompt.id) ? fail('prompt-without-words') : ok({ ...prompt, wordings });
}

/** A translation may be added late, for nobody's square changes by it; an existing one may not become another text. */
function isSamePrompt(before: Prompt | undefined, after: Prompt): boolean {
  if (before === undefined || before.id !== after.id || before.coloured !== after.coloured) return false;
  const wordless = Object.keys(before.wordings).length === 0;
  if (wordless) return Object.keys(after.wordings).length === 0;
  return LOCALES.every((locale) => {
    const [old, renewed] = [before.wordings[locale], after.wordings[locale]];
    if (old === undefined) return true;
    if (renewed === undefined) return false;
    return isSpellingChange(old.title, renewed.title) && isSpellingChange(old.starter, renewed.starter);
  });
}
