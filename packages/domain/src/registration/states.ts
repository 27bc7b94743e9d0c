import { type Outcome, fail, ok } from '../shared/index.js';

/** States of a registration. Being checked in is the door's; "unconfirmed" is derived ({@link isUnconfirmed}). */
export const REGISTRATION_STATES = ['confirmed', 'waiting', 'cancelled'] as const;
export type RegistrationState = (typeof REGISTRATION_STATES)[number];

/** What moves a registration: promotion (rule 11), cancelling by either, the organiser's moves by hand (issue, 3). */
export const REGISTRATION_EVENTS = [
  'promote',
  'move-to-waitlist',
  'cancel',
  'restore',
  'restore-to-waitlist',
] as const;
export type RegistrationEvent = (typeof REGISTRATION_EVENTS)[number];

/** The whole life of a registration; a pair that is missing here is refused. */
export const REGISTRATION_TRANSITIONS: Readonly<
  Record<RegistrationState, Readonly<Partial<Record<RegistrationEvent, RegistrationState>>>>
> = {
  confirmed: { 'move-to-waitlist': 'waiting', cancel: 'cancelled' },
  waiting: { promote: 'confirmed', cancel: 'cancelled' },
  cancelled: { restore: 'confirmed', 'restore-to-waitlist': 'waiting' },
};

/** The state after an event, or a refusal that names both. Seats are decided in `waitlist.ts`. */
export function nextRegistrationState(
  state: RegistrationState,
  event: RegistrationEvent,
): Outcome<RegistrationState, 'registration-state-forbids'> {
  const next = REGISTRATION_TRANSITIONS[state][event];
  return next === undefined ? fail('registration-state-forbids', { state, event }) : ok(next);
}

/** What {@link isUnconfirmed} looks at. */
export interface Confirmation {
  readonly state: RegistrationState;
  /** When the personal link was first opened. */
  readonly linkOpenedAt: Date | null;
  /** Added by the organiser or at the door: somebody spoke with the person, and there may be no link to open. */
  readonly addedByHand: boolean;
  readonly checkedIn: boolean;
}

/** The link was never opened (product rule 12): the organiser's list marks it, nothing is refused for it. */
export function isUnconfirmed(registration: Confirmation): boolean {
  const { state, linkOpenedAt, addedByHand, checkedIn } = registration;
  return state !== 'cancelled' && linkOpenedAt === null && !addedByHand && !checkedIn;
}

/** A task of the access host (S19): told, arranged, or impossible, which the person is told. */
export const ACCESS_NEEDS_STATES = ['open', 'arranged', 'not-possible'] as const;
export type AccessNeedsState = (typeof ACCESS_NEEDS_STATES)[number];
