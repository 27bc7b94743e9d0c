import { type Outcome, type TextProblem, cleanLine, fail, ok } from '../shared/index.js';
import { type DrawState, nextDrawState } from './states.js';

/** Why a draw ended as void; the room and every phone see it (`draw/1`, step 7). */
export const VOID_REASONS = [
  'list-wrong',
  'prizes-wrong',
  'nobody-in-draw',
  'technical-fault',
  'evening-ended',
  'other',
] as const;
export type VoidReason = (typeof VOID_REASONS)[number];

/** Greatest length in characters of the organiser's or host's own words. */
export const VOID_WORDS_MAX = 300;

/** `words` may be empty unless the reason is `other`. */
export interface VoidCause {
  readonly reason: VoidReason;
  readonly words: string;
}

export type CallOffRefusal = 'draw-state-forbids' | 'void-words-missing' | Exclude<TextProblem, 'text-blank'>;

/** Ends an open draw as void. Never without a reason: a draw called off in silence could be a reroll. */
export function callOff(
  state: DrawState,
  cause: VoidCause,
): Outcome<{ readonly state: DrawState; readonly cause: VoidCause }, CallOffRefusal> {
  const next = nextDrawState(state, 'call-off');
  if (!next.ok) return next;
  const line = cleanLine(cause.words, VOID_WORDS_MAX);
  if (line.ok) return ok({ state: next.value, cause: { reason: cause.reason, words: line.value } });
  if (line.code !== 'text-blank') return fail(line.code, line.data);
  if (cause.reason === 'other') return fail('void-words-missing');
  return ok({ state: next.value, cause: { reason: cause.reason, words: '' } });
}
