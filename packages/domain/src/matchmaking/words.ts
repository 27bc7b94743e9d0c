import { EMPTY_WORDS } from './empty-words.js';

/** What a person says to offer, or to need: free text and tags. */
export interface Told {
  readonly text: string;
  readonly tags: readonly string[];
}

/** Shorter ones are endings, initials and the like. */
const SHORTEST = 3;
/** So many different words of one text are looked at; more than people write. */
const MOST_WORDS = 80;
/** A quotation is not longer than this, in code points; never half of one. */
const LONGEST_QUOTATION = 90;

const WORD = /\p{L}[\p{L}\p{M}\p{N}]*/gu;
const CLAUSE_END = /[.,;:!?()\n•]/u;

/** The different words of a text that may say what it is about, in lower case. */
export function wordsOf(text: string): readonly string[] {
  const words = new Set<string>();
  for (const [word] of text.normalize('NFC').toLowerCase().matchAll(WORD)) {
    if (word.length >= SHORTEST && !EMPTY_WORDS.has(word)) words.add(word);
    if (words.size === MOST_WORDS) break;
  }
  return [...words];
}

/** The clauses of a text, which can be quoted one by one. */
export function clausesOf(text: string): readonly string[] {
  return text
    .split(CLAUSE_END)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
}

/**
 * What to quote of what was told, for a word for which `isIt` holds: the first clause with it, or a tag, beside the text where that is
 * one clause only. Shortened to be read at a glance; undefined when there is no such word.
 */
export function quotationOf({ text, tags }: Told, isIt: (word: string) => boolean): string | undefined {
  const isAbout = (clause: string) => wordsOf(clause).some(isIt);
  const clauses = clausesOf(text);
  const clause = clauses.find(isAbout);
  if (clause !== undefined) return shortened(clause);
  const tag = tags.find(isAbout);
  const [only, ...more] = clauses;
  if (tag === undefined || only === undefined || more.length > 0) return tag;
  return `${shortened(only)} (${tag})`;
}

/** Whole words, then an ellipsis. */
function shortened(clause: string): string {
  if (clause.length <= LONGEST_QUOTATION) return clause;
  const end = clause.lastIndexOf(' ', LONGEST_QUOTATION);
  const cut = end > 0 ? clause.slice(0, end) : Array.from(clause).slice(0, LONGEST_QUOTATION).join('');
  return `${cut}…`;
}
