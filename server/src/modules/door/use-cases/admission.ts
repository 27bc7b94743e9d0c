import { Inject, Injectable } from '@nestjs/common';
import { admitAtDoor, type DoorFigures } from '@hillo/domain/door';
import { fail, ok, type Outcome } from '@hillo/domain/shared';
import type { Transaction } from '../../../platform/database/index.js';
import type { Evening } from '../../evenings/index.js';
import { type Attendee, Registrations } from '../../registration/index.js';

/** The seats taken in the figures that the volunteer saw; null when nothing was asked yet. */
export type Confirmation = { readonly taken: number } | null;

/** Seats at the door for people without one (product rule 11). Call it under the evening's lock. */
@Injectable()
export class Admission {
  constructor(@Inject(Registrations) private readonly registrations: Registrations) {}

  /**
   * Whether so many people may come in; the refusal carries the figures to show. `isInside`: a door without network let
   * them in after showing the figures it had, so that they are written down as over capacity, not sent out.
   */
  async decide(
    db: Transaction,
    evening: Evening,
    seats: number,
    confirmation: Confirmation,
    isInside = false,
  ): Promise<Outcome<{ readonly overCapacity: boolean }, 'over-capacity'>> {
    const figures = await this.figures(db, evening);
    const decided = admitAtDoor(figures, seats, confirmation && { takenSeats: confirmation.taken });
    if (!decided.ok && isInside) return ok({ overCapacity: true });
    return decided.ok ? decided : fail(decided.code, shown(figures, seats));
  }

  /**
   * Gives seats to somebody who waits or had cancelled. Asked first in every case, so that nobody gets a seat by a scan
   * alone. Who waits gets them with the whole party, for which the head of the queue waited.
   */
  async seat(
    db: Transaction,
    evening: Evening,
    person: Attendee,
    confirmation: Confirmation,
    isInside: boolean,
  ): Promise<
    Outcome<{ readonly overCapacity: boolean }, 'on-waitlist' | 'registration-cancelled' | 'over-capacity'>
  > {
    const waits = person.state === 'waiting';
    const party = waits ? await this.registrations.party(person.accompaniesId ?? person.id, db) : [person];
    const ids = party.filter(({ state }) => state === person.state).map(({ id }) => id);
    const about = { registrationId: person.id };
    if (confirmation === null) {
      const figures = shown(await this.figures(db, evening), ids.length);
      return fail(waits ? 'on-waitlist' : 'registration-cancelled', { ...figures, ...about });
    }
    const decided = await this.decide(db, evening, ids.length, confirmation, isInside);
    if (!decided.ok) return fail(decided.code, { ...decided.data, ...about });
    await this.registrations.admit(db, ids);
    for (const registrationId of ids) db.change(`door:${evening.id}`, 'person', { registrationId });
    return ok(decided.value);
  }

  private async figures(db: Transaction, evening: Evening): Promise<DoorFigures> {
    const { takenSeats, present } = await this.registrations.headCount(evening.id, db);
    return { capacity: evening.plan.capacity, takenSeats, present };
  }
}

/** Without a capacity there is none to show. */
function shown({ capacity, takenSeats, present }: DoorFigures, seats: number) {
  return { ...(capacity === null ? {} : { capacity }), taken: takenSeats, present, seats };
}
