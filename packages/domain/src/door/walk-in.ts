import { type Outcome, fail, ok } from '../shared/index.js';

/** The figures that a door volunteer sees before going over capacity (product rule 11). Numbers of people. */
export interface DoorFigures {
  /** `null`: as many as come. */
  readonly capacity: number | null;
  /** Seats of confirmed registrations and of walk-ins so far. */
  readonly takenSeats: number;
  /** People who are in now. */
  readonly present: number;
}

/** What the volunteer said yes to: the seats taken in the figures that were shown. */
export interface OverCapacityConfirmation {
  readonly takenSeats: number;
}

/**
 * Whether the door may give seats to somebody without one: a walk-in, somebody waiting, somebody who had cancelled
 * (product rule 11). Within capacity at once; over it only after a confirmation that showed the figures, asked again
 * when more seats were taken meanwhile. The waitlist does not hold the door: its people are not here.
 *
 * @param seats people, a whole number from 1
 * @param confirmation `null` when nothing was asked yet
 * @returns whether this goes over capacity; the refusal carries the figures for the question
 */
export function admitAtDoor(
  figures: DoorFigures,
  seats: number,
  confirmation: OverCapacityConfirmation | null,
): Outcome<{ readonly overCapacity: boolean }, 'over-capacity'> {
  const { capacity, takenSeats, present } = figures;
  if (capacity === null || takenSeats + seats <= capacity) return ok({ overCapacity: false });
  if (confirmation !== null && takenSeats <= confirmation.takenSeats) return ok({ overCapacity: true });
  return fail('over-capacity', { capacity, taken: takenSeats, present, seats });
}
