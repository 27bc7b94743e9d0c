import { fail, ok, type Outcome } from '../shared/index.js';

/** Acts for which somebody signed in by a link is asked for more than the link (`quality.md` section 4). */
export const STEP_UP_PURPOSES = ['contact-export', 'email-change', 'erasure'] as const;
export type StepUpPurpose = (typeof STEP_UP_PURPOSES)[number];

const MINUTE = 60_000;

/**
 * A step-up (RFC 9470): six digits that were mailed are typed on the page that asked for them. A code lives ten minutes and
 * is typed right at most once (OWASP ASVS 5.0, 6.5.1 and 6.5.5); what it opens stays open for ten minutes more. Times in
 * milliseconds.
 */
export const STEP_UP = {
  digits: 6,
  codeLives: 10 * MINUTE,
  staysOpen: 10 * MINUTE,
  tries: 5,
  resendAfter: MINUTE,
} as const;

/**
 * How many codes one person gets, whichever phone asks (ASVS 6.6.3): with five tries each, a thief of the link guesses a
 * hundred times a day at most, among a million.
 */
export const STEP_UP_LIMITS = [
  { codes: 5, within: 15 * MINUTE },
  { codes: 20, within: 24 * 60 * MINUTE },
] as const;

/** A code that was sent, and what became of it. */
export interface StepUp {
  readonly sentAt: Date;
  /** Wrong ones, and the right one. */
  readonly tries: number;
  /** When the right code was typed. */
  readonly openedAt: Date | null;
}

function canBeTyped({ sentAt, tries, openedAt }: StepUp, now: Date): boolean {
  return openedAt === null && tries < STEP_UP.tries && now.getTime() - sentAt.getTime() < STEP_UP.codeLives;
}

/**
 * What a request for a code leads to. A code that was sent a moment ago and can still be typed is kept, so that a second tap
 * sends no second mail; otherwise a new one replaces it.
 *
 * @param current the code last sent to this browser for this purpose
 * @param sent when codes were sent to the person at all, within the longest of the limits
 * @returns `too-many-requests` with `seconds` until the next may be sent
 */
export function requestStepUp(
  current: StepUp | null,
  sent: readonly Date[],
  now: Date,
): Outcome<'send' | 'keep', 'too-many-requests'> {
  const wait = current ? current.sentAt.getTime() + STEP_UP.resendAfter - now.getTime() : 0;
  if (current && wait > 0 && canBeTyped(current, now)) return ok('keep');
  const times = sent.map((date) => date.getTime()).toSorted((a, b) => b - a);
  const waits = STEP_UP_LIMITS.map(({ codes, within }) => {
    const reached = times[codes - 1];
    return reached === undefined ? 0 : reached + within - now.getTime();
  });
  // An opened one is no reason to wait: each act of its own asks for a code of its own.
  const longest = Math.max(current && current.openedAt === null ? wait : 0, ...waits);
  return longest > 0 ? fail('too-many-requests', { seconds: Math.ceil(longest / 1000) }) : ok('send');
}

/**
 * A code is typed. Wrong, too old, used, tried too often: all are the same refusal, so that a guess learns nothing.
 *
 * @param matches whether the typed digits are those of `stepUp`
 * @returns `next`, to be stored whatever the answer
 */
export function typeStepUpCode(
  stepUp: StepUp,
  matches: boolean,
  now: Date,
): { readonly accepted: boolean; readonly next: StepUp } {
  const counts = canBeTyped(stepUp, now);
  const accepted = counts && matches;
  return {
    accepted,
    next: {
      ...stepUp,
      tries: counts ? stepUp.tries + 1 : stepUp.tries,
      openedAt: accepted ? now : stepUp.openedAt,
    },
  };
}

/** Whether what the code was for may be done now. */
export function isStepUpOpen({ openedAt }: StepUp, now: Date): boolean {
  return openedAt !== null && now.getTime() - openedAt.getTime() < STEP_UP.staysOpen;
}

/** An address that its owner recognises: `m…@example.org`. */
export function maskEmail(address: string): string {
  const at = Math.max(address.lastIndexOf('@'), 0);
  const [first = ''] = address.slice(0, at);
  return `${first}…${address.slice(at)}`;
}
