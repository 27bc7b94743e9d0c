import { type Outcome, fail, ok } from '../shared/index.js';
import { markedWords } from './marking.js';
import type { QuestionState } from './states.js';

/** Longest question, in characters as people count them (grapheme clusters). */
export const QUESTION_MAX = 500;
export const ANSWER_MAX = 500;
/** Whom of the speakers a question is for, in the asker's words. */
export const SPEAKER_MAX = 80;
export const HIDE_WORDS_MAX = 200;
/** The organiser's note to the host. */
export const NOTE_MAX = 500;

/** Whom a question is for; `next-theme` is a wish for the theme of the next evening (S44). */
export const QUESTION_AIMS = ['panel', 'speaker', 'organiser', 'next-theme'] as const;
export type QuestionAim = (typeof QUESTION_AIMS)[number];

/** How it came: by the asker's own phone, or typed in by somebody from a card or from what was said (S77). */
export const QUESTION_SOURCES = ['phone', 'card', 'spoken'] as const;
export type QuestionSource = (typeof QUESTION_SOURCES)[number];

export const HIDE_REASONS = ['off-topic', 'unkind', 'private-matter', 'asked-already', 'other'] as const;
export type HideReason = (typeof HIDE_REASONS)[number];

/** Questions are collected from the door on; then the panel answers them; then no more are taken. */
export const PANEL_PHASES = ['collecting', 'running', 'closed'] as const;
export type PanelPhase = (typeof PANEL_PHASES)[number];

/** More than anybody can read at an evening; a guard against floods (T11), not a scarce thing. */
export const PANEL_HOLDS = 1_000;
export const PERSON_HOLDS = 30;
/** One question of a person in this time (quality.md, Corrections). */
export const ASK_EVERY_MS = 20_000;
/** For so long after the evening is kept who asked when a moderator muted them (quality.md section 5, abuse case). */
export const MUTED_ASKER_KEPT_DAYS = 30;

/** What decides whether a question is taken. */
export interface Asking {
  readonly phase: PanelPhase;
  /** The evening runs. */
  readonly isRunning: boolean;
  readonly isCheckedIn: boolean;
  readonly isMuted: boolean;
  /** Questions of the evening, and of this person, that were not withdrawn. */
  readonly total: number;
  readonly own: number;
  /** Milliseconds since this person's last question; null for the first. */
  readonly sinceLast: number | null;
}

export type AskRefusal =
  'panel-closed' | 'not-checked-in' | 'asker-muted' | 'asked-too-soon' | 'panel-full' | 'own-questions-full';

/** Whether somebody may ask now. Refusals say what to do. */
export function mayAsk(asking: Asking): Outcome<void, AskRefusal> {
  if (!asking.isRunning || asking.phase === 'closed') return fail('panel-closed');
  if (!asking.isCheckedIn) return fail('not-checked-in');
  if (asking.isMuted) return fail('asker-muted');
  const { sinceLast } = asking;
  if (sinceLast !== null && sinceLast < ASK_EVERY_MS)
    return fail('asked-too-soon', { seconds: Math.ceil((ASK_EVERY_MS - sinceLast) / 1_000) });
  if (asking.total >= PANEL_HOLDS) return fail('panel-full', { max: PANEL_HOLDS });
  if (asking.own >= PERSON_HOLDS) return fail('own-questions-full', { max: PERSON_HOLDS });
  return ok(undefined);
}

/**
 * Where a new question stands. Without moderation it is shown at once, unless the word list marks it: such a question is
 * never dropped, a person looks at it first.
 */
export function firstState(text: string, isModerated: boolean): Extract<QuestionState, 'waiting' | 'shown'> {
  return isModerated || markedWords(text).length > 0 ? 'waiting' : 'shown';
}
