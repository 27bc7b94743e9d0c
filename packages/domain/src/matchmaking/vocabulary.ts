import { foldText } from '../shared/index.js';

/** The stems of words by each dictionary that knows more than endings of one language; a word that is missing is a stop word. */
export type Stems = ReadonlyMap<string, readonly string[]>;

/** A shorter stem says too little to link two words by. */
const LINK = 4;
/** From this length on a common beginning may be followed by more than one letter. */
const LONG_LINK = 6;
const SHORT_REST = 1;
const LONG_REST = 3;
/** Parts of compound words: the beginning must be longer than the end, since more words begin alike by chance. */
const FIRST_PART = 5;
const LAST_PART = 4;
const OTHER_PART = 3;

/**
 * Which words of an evening are about the same thing. Stemmers leave forms of one Finnish word apart (vapaaehtoinen,
 * vapaaehtoisia; liikunta, liikuntaa), so words are one when a stem of theirs is equal or differs in its last letters
 * only. A compound word (kokoustila) is also about its first or last part (tila), if somebody at the evening uses that
 * as a word. A term is called by the first of its words in the order of code units.
 */
export class Vocabulary {
  private readonly parents = new Map<string, string>();
  /** A word by each stem of its own. */
  private readonly byStem = new Map<string, string>();
  private readonly terms = new Map<string, readonly string[]>();

  constructor(stems: Stems) {
    const byLink = new Map<string, string>();
    const folded = new Map<string, string>();
    const fold = (text: string) => {
      const known = folded.get(text) ?? foldText(text);
      folded.set(text, known);
      return known;
    };
    const words = [...stems].toSorted(([a], [b]) => (a < b ? -1 : 1));
    for (const [word, ownStems] of words) {
      this.parents.set(word, word);
      for (const stem of new Set([word, ...ownStems].map(fold))) {
        if (stem.length >= LINK && !this.byStem.has(stem)) this.byStem.set(stem, word);
        for (const link of linksOf(stem, fold(word))) {
          const other = byLink.get(link);
          if (other === undefined) byLink.set(link, word);
          else this.unite(word, other);
        }
      }
    }
    for (const [word] of words)
      this.terms.set(word, [
        ...new Set([word, ...this.partsOf(word, fold(word))].map((one) => this.root(one))),
      ]);
  }

  /** What a word is about; nothing for a stop word. */
  termsOf(word: string): readonly string[] {
    return this.terms.get(word) ?? [];
  }

  private root(word: string): string {
    let root = word;
    for (
      let next = this.parents.get(root);
      next !== undefined && next !== root;
      next = this.parents.get(root)
    )
      root = next;
    return root;
  }

  private unite(one: string, other: string): void {
    const [a, b] = [this.root(one), this.root(other)];
    if (a === b) return;
    this.parents.set(a < b ? b : a, a < b ? a : b);
  }

  /** Words that are the beginning or the end of a compound word. */
  private partsOf(word: string, folded: string): string[] {
    const parts: string[] = [];
    const add = (part: string) => {
      const known = this.byStem.get(part);
      if (known !== undefined && known !== word) parts.push(known);
    };
    for (let end = FIRST_PART; end <= folded.length - OTHER_PART; end += 1) add(folded.slice(0, end));
    for (let start = OTHER_PART; start <= folded.length - LAST_PART; start += 1)
      for (let rest = 0; rest <= LONG_REST && folded.length - rest - start >= LAST_PART; rest += 1)
        add(folded.slice(start, folded.length - rest));
    return parts;
  }
}

/** A stem and its beginnings: two stems are of one word when they have one of these in common. A short word is one with itself only. */
function linksOf(stem: string, word: string): string[] {
  if (stem.length < LINK) return stem === word ? [stem] : [];
  const links = [stem];
  for (let rest = 1; rest <= LONG_REST; rest += 1) {
    const length = stem.length - rest;
    if (length >= (rest <= SHORT_REST ? LINK : LONG_LINK)) links.push(stem.slice(0, length));
  }
  return links;
}
