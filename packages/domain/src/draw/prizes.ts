import { type Outcome, type TextProblem, cleanLine, fail, ok } from '../shared/index.js';

/** A prize should support a new partnership: above all a space to meet in for some hours (S67). */
export const PRIZE_KINDS = ['use-of-space', 'visit', 'coaching', 'joint-event', 'other'] as const;
export type PrizeKind = (typeof PRIZE_KINDS)[number];

/** Greatest length of a prize's words in characters, and how many prizes a draw can have. */
export const PRIZE_WORDS_MAX = 120;
export const PRIZES_MAX = 20;

/** One prize; `words` are the organiser's own, empty when the kind says enough. */
export interface Prize {
  readonly kind: PrizeKind;
  readonly words: string;
}

/** `prize` in a refusal's data is the place in the list, counted from 0. */
export type PrizeRefusal = 'prizes-missing' | 'too-many-prizes' | 'prize-words-missing' | TextProblem;

/**
 * The list of prizes ready to be stored: the first drawn gets the first. At least one, since a draw without prizes
 * draws nothing; a prize of the kind `other` needs words.
 */
export function checkPrizes(prizes: readonly Prize[]): Outcome<readonly Prize[], PrizeRefusal> {
  if (prizes.length === 0) return fail('prizes-missing');
  if (prizes.length > PRIZES_MAX) return fail('too-many-prizes', { max: PRIZES_MAX });
  const checked: Prize[] = [];
  for (const [place, { kind, words }] of prizes.entries()) {
    const line = cleanLine(words, PRIZE_WORDS_MAX);
    if (!line.ok && line.code !== 'text-blank') return fail(line.code, { ...line.data, prize: place });
    if (!line.ok && kind === 'other') return fail('prize-words-missing', { prize: place });
    checked.push({ kind, words: line.ok ? line.value : '' });
  }
  return ok(checked);
}
