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

/** What was told, in pieces that can be quoted: the clauses of the text, then the tags. */
export function clausesOf({ text, tags }: Told): readonly string[] {
  return [...text.split(CLAUSE_END), ...tags]
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
}

/** The first clause with a word for which `isIt` holds, shortened to be read at a glance; undefined when there is none. */
export function clauseWith(told: Told, isIt: (word: string) => boolean): string | undefined {
  const clause = clausesOf(told).find((one) => wordsOf(one).some(isIt));
  return clause === undefined ? undefined : shortened(clause);
}

/** Whole words, then an ellipsis. */
function shortened(clause: string): string {
  if (clause.length <= LONGEST_QUOTATION) return clause;
  const end = clause.lastIndexOf(' ', LONGEST_QUOTATION);
  const cut = end > 0 ? clause.slice(0, end) : Array.from(clause).slice(0, LONGEST_QUOTATION).join('');
  return `${cut}…`;
}
