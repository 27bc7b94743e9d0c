import { Inject, Injectable } from '@nestjs/common';
import { checkIn, type DoorAct, type DoorPerson, undoCheckIn } from '@hillo/domain/door';
import { doorIsOpen } from '@hillo/domain/evenings';
import { fail, ok, type Outcome } from '@hillo/domain/shared';
import { Clock, newId } from '../../../platform/clock/index.js';
import type { Transaction } from '../../../platform/database/index.js';
import { type Evening, Evenings } from '../../evenings/index.js';
import { type Attendee, Registrations } from '../../registration/index.js';
import { type DoorActKind, DoorActRepository } from '../data/door-act-repository.js';
import { DoorPeople } from './door-people.js';

/** What was done, or the person's id when it had been done already: the result of the operation. */
export interface Written {
  readonly id: string;
}

/** Writes what the rules of the door decide about one locked person. The card follows in the same transaction (S58). */
@Injectable()
export class AttendanceWriter {
  constructor(
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(Registrations) private readonly registrations: Registrations,
    @Inject(DoorActRepository) private readonly acts: DoorActRepository,
    @Inject(DoorPeople) private readonly people: DoorPeople,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** `person` is read under its lock; a published evening is locked too, because the first check-in starts it. */
  async enter(
    db: Transaction,
    evening: Evening,
    person: Attendee,
    by: string,
    isOverCapacity: boolean,
  ): Promise<Outcome<Written, 'evening-not-open' | 'on-waitlist' | 'registration-cancelled'>> {
    const act = { at: this.clock.now(), by };
    const decided = checkIn(await this.asDoorPerson(db, person), act, doorIsOpen(evening.state));
    if (!decided.ok) return decided;
    if (decided.value.repeated) return ok({ id: person.id });
    return this.write(db, evening, person, act, isOverCapacity);
  }

  /** Writes a check-in that was decided on. */
  async write(
    db: Transaction,
    evening: Evening,
    person: Attendee,
    act: DoorAct,
    isOverCapacity: boolean,
  ): Promise<Outcome<Written, 'evening-not-open'>> {
    await this.registrations.setCheckedIn(db, person.id, act.at, act.by);
    if (evening.state === 'published') {
      const started = await this.evenings.markRunning(db, evening.id);
      if (!started.ok) return fail('evening-not-open');
    }
    return ok(await this.record(db, person, 'check-in', act, isOverCapacity));
  }

  async leave(
    db: Transaction,
    evening: Evening,
    person: Attendee,
    by: string,
  ): Promise<Outcome<Written, 'evening-not-open' | 'not-checked-in'>> {
    const act = { at: this.clock.now(), by };
    const decided = undoCheckIn(await this.asDoorPerson(db, person), act, doorIsOpen(evening.state));
    if (!decided.ok) return decided;
    if (decided.value.repeated) return ok({ id: person.id });
    await this.registrations.undoCheckIn(db, person.id);
    return ok(await this.record(db, person, 'undo', act, false));
  }

  /** Locks and reads a person of this evening. */
  async lock(
    db: Transaction,
    eveningId: string,
    registrationId: string,
  ): Promise<Outcome<Attendee, 'not-found'>> {
    const person = (await this.registrations.lock(db, [registrationId])).get(registrationId);
    return person?.eveningId === eveningId ? ok(person) : fail('not-found');
  }

  private async asDoorPerson(db: Transaction, person: Attendee): Promise<DoorPerson> {
    const attendance = await this.people.attendance(person, db);
    const { state, plays } = person;
    return { registration: state, plays, hasCard: plays && attendance.state !== 'expected', attendance };
  }

  /** Puts an act into the journal and tells the phones of the door. */
  async record(
    db: Transaction,
    { id: registrationId, eveningId }: Attendee,
    kind: DoorActKind,
    { at, by }: DoorAct,
    isOverCapacity: boolean,
  ): Promise<Written> {
    const id = newId();
    await this.acts.insert(db, { id, eveningId, registrationId, kind, isOverCapacity, at, by });
    db.change(`door:${eveningId}`, 'person', { registrationId });
    return { id };
  }
}
