import type { Reason, Wares } from './matches.js';
import { type Told, quotationOf, wordsOf } from './words.js';
import type { Vocabulary } from './vocabulary.js';

/** What a person offers and needs, in their own words. */
export interface Wishes {
  readonly offers: Told;
  readonly needs: Told;
}

/** A reason as it is shown: what the other wrote, beside what the reader wrote. Nothing is counted or graded. */
export interface SpokenReason {
  readonly kind: Reason['kind'];
  readonly theirs: string;
  readonly mine: string;
}

/** More would be read by nobody. */
export const MOST_REASONS = 2;

/** The words of what somebody wrote, without repetitions. */
export interface WishWords {
  readonly offers: readonly string[];
  readonly needs: readonly string[];
}

export function wishWords({ offers, needs }: Wishes): WishWords {
  const words = ({ text, tags }: Told) => wordsOf([text, ...tags].join('\n'));
  return { offers: words(offers), needs: words(needs) };
}

/** Comparable terms of what somebody wrote. */
export function waresOf({ offers, needs }: WishWords, vocabulary: Vocabulary): Wares {
  const terms = (words: readonly string[]) => [...new Set(words.flatMap((word) => vocabulary.termsOf(word)))];
  return { offers: terms(offers), needs: terms(needs) };
}

/**
 * Why to talk with somebody, quoted from what both wrote (S89): each clause of the other's once, what the reader needs before what
 * the other needs. A reason whose words are not there any more, since somebody has rewritten theirs, is left out.
 */
export function speak(
  reasons: readonly Reason[],
  me: Wishes,
  other: Wishes,
  vocabulary: Vocabulary,
): readonly SpokenReason[] {
  const spoken: SpokenReason[] = [];
  for (const { kind, term } of reasons) {
    const isIt = (word: string) => vocabulary.termsOf(word).includes(term);
    const isOffered = kind === 'offers-what-you-need';
    const theirs = quotationOf(isOffered ? other.offers : other.needs, isIt);
    const mine = quotationOf(isOffered ? me.needs : me.offers, isIt);
    if (theirs === undefined || mine === undefined) continue;
    if (spoken.some((one) => one.kind === kind && one.theirs === theirs)) continue;
    spoken.push({ kind, theirs, mine });
    if (spoken.length === MOST_REASONS) break;
  }
  return spoken;
}
