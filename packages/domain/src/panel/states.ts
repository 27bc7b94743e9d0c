import { type Outcome, fail, ok } from '../shared/index.js';

/** The life of a question (issue "The live room", section 1). */
export const QUESTION_STATES = [
  'waiting',
  'shown',
  'on-stage',
  'answered',
  'hidden',
  'merged',
  'withdrawn',
] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];

/** What moves a question on. `put-back` takes the last step of a moderator back. */
export const QUESTION_EVENTS = [
  'approve',
  'put-on-stage',
  'answer',
  'put-back',
  'hide',
  'merge',
  'withdraw',
] as const;
export type QuestionEvent = (typeof QUESTION_EVENTS)[number];

/** A pair that is missing here is refused. What was hidden or merged comes back unseen, or is approved at once. */
export const QUESTION_TRANSITIONS: Readonly<
  Record<QuestionState, Readonly<Partial<Record<QuestionEvent, QuestionState>>>>
> = {
  waiting: {
    approve: 'shown',
    'put-on-stage': 'on-stage',
    answer: 'answered',
    hide: 'hidden',
    merge: 'merged',
    withdraw: 'withdrawn',
  },
  shown: {
    'put-on-stage': 'on-stage',
    answer: 'answered',
    'put-back': 'waiting',
    hide: 'hidden',
    merge: 'merged',
    withdraw: 'withdrawn',
  },
  'on-stage': { answer: 'answered', 'put-back': 'shown', hide: 'hidden' },
  answered: { answer: 'answered', 'put-back': 'shown', hide: 'hidden' },
  hidden: { approve: 'shown', 'put-back': 'waiting', withdraw: 'withdrawn' },
  merged: { approve: 'shown', 'put-back': 'waiting' },
  withdrawn: {},
};

/** Who does something to a question: whoever asked it, or whoever moderates (host, organiser). */
export type QuestionDoer = 'asker' | 'moderator';

/** Only the asker takes a question away for good, and does nothing else to its state. */
export function mayDo(doer: QuestionDoer, event: QuestionEvent): boolean {
  return (event === 'withdraw') === (doer === 'asker');
}

/** The state after an event, or a refusal that names both. */
export function nextQuestionState(
  state: QuestionState,
  event: QuestionEvent,
): Outcome<QuestionState, 'question-state-forbids'> {
  const next = QUESTION_TRANSITIONS[state][event];
  return next === undefined ? fail('question-state-forbids', { state, event }) : ok(next);
}

/** The events that are possible now, for the buttons that are shown. */
export function possibleQuestionEvents(state: QuestionState, doer: QuestionDoer): readonly QuestionEvent[] {
  return QUESTION_EVENTS.filter(
    (event) => mayDo(doer, event) && QUESTION_TRANSITIONS[state][event] !== undefined,
  );
}

/** States in which everybody at the evening sees the question. */
export const VISIBLE_STATES = ['shown', 'on-stage', 'answered'] as const satisfies readonly QuestionState[];

export function isVisible(state: QuestionState): boolean {
  return (VISIBLE_STATES as readonly QuestionState[]).includes(state);
}

/** Nobody has answered it, and nobody took it away: it may go on at a table (S44, product.md). */
export const UNANSWERED_STATES = ['waiting', 'shown', 'on-stage'] as const satisfies readonly QuestionState[];

export function isUnanswered(state: QuestionState): boolean {
  return (UNANSWERED_STATES as readonly QuestionState[]).includes(state);
}

/** The asker corrects a question until somebody else has seen it; votes are given to a text. */
export function askerMayEdit(state: QuestionState): boolean {
  return state === 'waiting';
}

/** A moderator makes a question clearer as long as it is one; the asker's own words are kept beside. */
export function moderatorMayEdit(state: QuestionState): boolean {
  return isUnanswered(state) || state === 'answered';
}
