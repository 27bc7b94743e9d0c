import { Inject, Injectable } from '@nestjs/common';
import { nextRegistrationState } from '@hillo/domain/registration';
import { fail, ok, type Outcome } from '@hillo/domain/shared';
import { Clock } from '../../../platform/clock/index.js';
import type { Transaction } from '../../../platform/database/index.js';
import type { Evening } from '../../evenings/index.js';
import { AccessNeedsRepository } from '../data/access-needs-repository.js';
import { AttendeeRepository } from '../data/attendee-repository.js';
import { RegistrationRepository } from '../data/registration-repository.js';
import { enqueueMail } from './mails/tasks.js';
import { Seats } from './seats.js';

/** Gives seats back: deletes access needs at once, lets the queue move up, tells the person. */
@Injectable()
export class CancelParty {
  constructor(
    @Inject(AttendeeRepository) private readonly attendees: AttendeeRepository,
    @Inject(RegistrationRepository) private readonly registrations: RegistrationRepository,
    @Inject(AccessNeedsRepository) private readonly accessNeeds: AccessNeedsRepository,
    @Inject(Seats) private readonly seats: Seats,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Under the evening's lock. `id` is a person's, and the party goes with them, or a companion's, who goes alone. */
  async run(
    db: Transaction,
    evening: Evening,
    id: string,
    agreedHow?: string,
  ): Promise<Outcome<void, 'not-found' | 'registration-state-forbids' | 'registration-checked-in'>> {
    const party = await this.attendees.party(id, db);
    const [first] = party;
    if (!first || first.eveningId !== evening.id) return fail('not-found');
    const moved = nextRegistrationState(first.state, 'cancel');
    if (!moved.ok) return moved;
    const leaving = party.filter(({ state }) => state !== 'cancelled');
    if (leaving.some(({ checkedInAt }) => checkedInAt !== null)) return fail('registration-checked-in');
    const ids = leaving.map((person) => person.id);
    await this.registrations.update(db, ids, {
      state: 'cancelled',
      cancelledAt: this.clock.now(),
      ...(agreedHow ? { agreedHow } : {}),
    });
    await this.accessNeeds.delete(db, ids);
    this.seats.announce(db, leaving);
    await enqueueMail(db, id, 'cancelled');
    await this.seats.promoteWaiting(db, evening);
    return ok(undefined);
  }
}
