import { Inject, Injectable } from '@nestjs/common';
import { promote, promotesByItself, type SeatSnapshot, waitlistCapacity } from '@hillo/domain/registration';
import { Clock } from '../../../platform/clock/index.js';
import type { Transaction } from '../../../platform/database/index.js';
import { type Evening, Evenings } from '../../evenings/index.js';
import { AttendeeRepository } from '../data/attendee-repository.js';
import { RegistrationRepository } from '../data/registration-repository.js';
import type { Attendee } from '../data/rows.js';
import { enqueueMail } from './mails/tasks.js';

/** Seats and queue of an evening. Everything here is called under the lock of the evening's row (product rule 11, T6). */
@Injectable()
export class Seats {
  constructor(
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(AttendeeRepository) private readonly attendees: AttendeeRepository,
    @Inject(RegistrationRepository) private readonly registrations: RegistrationRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Whoever holds the lock decides alone; the next one sees what was decided. */
  lock(db: Transaction, eveningId: string): Promise<Evening | undefined> {
    return this.evenings.lock(db, eveningId);
  }

  async snapshot(db: Transaction, evening: Evening): Promise<SeatSnapshot> {
    const { takenSeats, waitingSeats } = await this.attendees.headCount(evening.id, db);
    const { capacity } = evening.plan;
    return { capacity, takenSeats, waitingSeats, waitlistCapacity: waitlistCapacity(capacity) };
  }

  /** Gives free seats to the head of the queue, until 24 hours before the start. */
  async promoteWaiting(db: Transaction, evening: Evening): Promise<void> {
    const isOpen = evening.state === 'published' || evening.state === 'running';
    if (!isOpen || !promotesByItself(evening.plan.startsAt, this.clock.now())) return;
    const snapshot = await this.snapshot(db, evening);
    if (snapshot.waitingSeats === 0) return;
    for (const { id } of promote(snapshot, await this.registrations.queue(db, evening.id)))
      await this.giveSeats(db, id);
  }

  /** A party that waited gets its seats; the person is told. */
  async giveSeats(db: Transaction, headId: string): Promise<void> {
    const waiting = (await this.attendees.party(headId, db)).filter(({ state }) => state === 'waiting');
    await this.registrations.update(
      db,
      waiting.map(({ id }) => id),
      { state: 'confirmed' },
    );
    this.announce(db, waiting);
    await enqueueMail(db, headId, 'promoted');
  }

  /** Tells the own pages and the door that these people's registrations changed. */
  announce(db: Transaction, people: readonly Pick<Attendee, 'id' | 'eveningId'>[]): void {
    for (const { id, eveningId } of people) {
      db.change(`registration:${id}`, 'registration');
      db.change(`door:${eveningId}`, 'person', { registrationId: id });
    }
  }
}
