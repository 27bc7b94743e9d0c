import { type Outcome, fail, ok } from '../shared/index.js';

/** Who did it: the crew device's or member's name, as "already checked in at 17:04 by …" shows it. */
export interface DoorAct {
  readonly at: Date;
  readonly by: string;
}

/** Where a person stands at the door: not yet in, in, or out again because a check-in was undone. */
export const ATTENDANCE_STATES = ['expected', 'in', 'undone'] as const;
export type AttendanceState = (typeof ATTENDANCE_STATES)[number];

/** Attendance of one person; `last` is the act that led to the state. */
export type Attendance =
  | { readonly state: 'expected' }
  | { readonly state: 'in'; readonly last: DoorAct }
  | { readonly state: 'undone'; readonly last: DoorAct };

/** What happens to the person's bingo card: made, shown again unchanged, hidden, or nothing (S58). */
export const CARD_EFFECTS = ['issue', 'bring-back', 'hide', 'none'] as const;
export type CardEffect = (typeof CARD_EFFECTS)[number];

/** The outcome of an act at the door. `repeated`: it had been done already, `attendance` says when and by whom. */
export interface DoorOutcome {
  readonly attendance: Attendance;
  readonly repeated: boolean;
  readonly card: CardEffect;
}

/** What the door has to know of a person; `plays` is the party's right to a card (product rule 6). */
export interface DoorPerson {
  readonly registration: 'confirmed' | 'waiting' | 'cancelled';
  readonly plays: boolean;
  readonly hasCard: boolean;
  readonly attendance: Attendance;
}

/**
 * Checks somebody in (S58). Done again it changes nothing and says so (T1, T2). The card is issued at the first
 * check-in and comes back unchanged after an undone one. Who waits or has cancelled is admitted first (`walk-in.ts`).
 *
 * @param doorOpen `doorIsOpen(state)` of the evening
 */
export function checkIn(
  person: DoorPerson,
  act: DoorAct,
  doorOpen: boolean,
): Outcome<DoorOutcome, 'evening-not-open' | 'on-waitlist' | 'registration-cancelled'> {
  const { attendance, plays, hasCard } = person;
  if (attendance.state === 'in') return ok({ attendance, repeated: true, card: 'none' });
  if (!doorOpen) return fail('evening-not-open');
  if (person.registration === 'waiting') return fail('on-waitlist');
  if (person.registration === 'cancelled') return fail('registration-cancelled');
  const card = plays ? (hasCard ? 'bring-back' : 'issue') : 'none';
  return ok({ attendance: { state: 'in', last: act }, repeated: false, card });
}

/**
 * Takes a check-in back; the card is hidden, not lost. Done again it changes nothing and says so. Somebody who was
 * never in is refused.
 */
export function undoCheckIn(
  person: DoorPerson,
  act: DoorAct,
  doorOpen: boolean,
): Outcome<DoorOutcome, 'evening-not-open' | 'not-checked-in'> {
  const { attendance, hasCard } = person;
  if (attendance.state === 'expected') return fail('not-checked-in');
  if (attendance.state === 'undone') return ok({ attendance, repeated: true, card: 'none' });
  if (!doorOpen) return fail('evening-not-open');
  return ok({
    attendance: { state: 'undone', last: act },
    repeated: false,
    card: hasCard ? 'hide' : 'none',
  });
}

/** True for somebody who is in: counted, met, and found by spoken code (product rule 13). */
export function isIn(attendance: Attendance): boolean {
  return attendance.state === 'in';
}
