import { type Outcome, fail, ok } from '../shared/index.js';
import type { QuestionState } from './states.js';

export type VoteRefusal = 'question-not-open' | 'own-question';

/** Votes are given to what everybody sees and nobody has answered; nobody votes for the own question. */
export function mayVote(state: QuestionState, isOwn: boolean): Outcome<void, VoteRefusal> {
  if (isOwn) return fail('own-question');
  return state === 'shown' || state === 'on-stage' ? ok(undefined) : fail('question-not-open');
}

/**
 * Votes of a question with those that were merged into it: a person counts once, however many of them they voted for.
 *
 * @param groups voters of the question and of each merged one, by any stable id
 */
export function countVotes(groups: readonly (readonly string[])[]): number {
  return new Set(groups.flat()).size;
}

/** What merging needs to know of a question. */
export interface Mergeable {
  readonly id: string;
  readonly state: QuestionState;
}

export type MergeRefusal = 'question-state-forbids' | 'merge-target';

/**
 * Whether `source` may go into `target`: two different questions, of which the target is still asked. What had been merged
 * into the source before goes along, so that a merged question always points at one that stands by itself.
 */
export function mayMerge(source: Mergeable, target: Mergeable): Outcome<void, MergeRefusal> {
  if (source.state !== 'waiting' && source.state !== 'shown')
    return fail('question-state-forbids', { state: source.state, event: 'merge' });
  const isAsked = target.state === 'waiting' || target.state === 'shown' || target.state === 'on-stage';
  return source.id !== target.id && isAsked ? ok(undefined) : fail('merge-target');
}
