import type { EveningState } from './states.js';

/** How registration opens and closes: by its times, or by the organiser's hand, which wins until set back. */
export const REGISTRATION_SWITCHES = ['by-time', 'open', 'closed'] as const;
export type RegistrationSwitch = (typeof REGISTRATION_SWITCHES)[number];

/** Times and switch of registration (issue, section 3). */
export interface RegistrationWindow {
  readonly by: RegistrationSwitch;
  /** `null`: from publishing on (S39). */
  readonly opensAt: Date | null;
  /** `null`: until the evening ends. */
  readonly closesAt: Date | null;
}

/** Open from publishing until the evening ends (S39: open registration before planning is far). */
export const OPEN_REGISTRATION: RegistrationWindow = { by: 'by-time', opensAt: null, closesAt: null };

/** Whether people can register now, and if not, why, in words of `evenings.registration.<answer>`. */
export const REGISTRATION_ANSWERS = [
  'open',
  'not-published',
  'not-yet',
  'closed-by-time',
  'closed-by-hand',
  'evening-over',
  'evening-cancelled',
] as const;
export type RegistrationAnswer = (typeof REGISTRATION_ANSWERS)[number];

/**
 * Whether the public form takes registrations now. Walk-ins are the door's and do not ask this. Opening by hand
 * overrides the times, never the state or the end of the evening. `opensAt` is inside, `closesAt` outside.
 */
export function registrationAnswer(
  evening: { readonly state: EveningState; readonly endsAt: Date; readonly registration: RegistrationWindow },
  now: Date,
): RegistrationAnswer {
  const { by, opensAt, closesAt } = evening.registration;
  if (evening.state === 'draft') return 'not-published';
  if (evening.state === 'cancelled') return 'evening-cancelled';
  if (evening.state === 'closed' || now.getTime() >= evening.endsAt.getTime()) return 'evening-over';
  if (by !== 'by-time') return by === 'open' ? 'open' : 'closed-by-hand';
  if (closesAt !== null && now.getTime() >= closesAt.getTime()) return 'closed-by-time';
  return opensAt !== null && now.getTime() < opensAt.getTime() ? 'not-yet' : 'open';
}
