import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hillo/contracts/access';
import { goesWithErasure } from '@hillo/domain/registration';
import { fail, ok, type Outcome } from '@hillo/domain/shared';
import { Clock } from '../../../../platform/clock/index.js';
import { type Operation, Operations, type Transaction } from '../../../../platform/database/index.js';
import { StepUps } from '../../../accounts/index.js';
import { AttendeeRepository } from '../../data/attendee-repository.js';
import { RegistrationRepository } from '../../data/registration-repository.js';
import { type Attendee, isEmptied } from '../../data/rows.js';
import { Seats } from '../seats.js';
import { ErasureMails, SEND_LAST_LETTER } from './erasure-mails.js';
import { PartyErasure } from './party-erasure.js';

/**
 * "Delete my data" (GDPR article 17). At once: whoever was not in the room disappears whole and frees the seats of the party; whoever
 * was stays as a number, without name, address, notes or consents. Others keep their meetings and their own notes.
 */
@Injectable()
export class EraseOwn {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(Seats) private readonly seats: Seats,
    @Inject(AttendeeRepository) private readonly attendees: AttendeeRepository,
    @Inject(RegistrationRepository) private readonly registrations: RegistrationRepository,
    @Inject(PartyErasure) private readonly erasure: PartyErasure,
    @Inject(ErasureMails) private readonly mails: ErasureMails,
    @Inject(StepUps) private readonly stepUps: StepUps,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(actor: Actor, id: string, eveningId: string, operation: Operation) {
    return this.operations.once<null, 'not-found' | 'step-up-needed'>(
      operation,
      async (db) => {
        const evening = await this.seats.lock(db, eveningId);
        const party = await this.attendees.party(id, db);
        const own = party.find((person) => person.id === id);
        if (!evening || !own || isEmptied(own)) return fail('not-found');
        const used = await this.stepUps.use(db, actor, 'erasure');
        if (!used.ok) return used;
        await this.attendees.lock(
          party.map((person) => person.id),
          db,
        );
        const freed = party.filter(({ state, checkedInAt }) => state !== 'cancelled' && checkedInAt === null);
        await this.free(db, freed);
        const leaving = party.filter((person) => person.id === id || goesWithErasure(person));
        const lastLetter = this.mails.seal(own, freed.includes(own));
        const ledger = leaving.map((person) => ({
          registrationId: person.id,
          eveningId,
          lastLetter: person.id === id ? lastLetter : null,
        }));
        await this.erasure.takeOut(db, leaving, ledger, this.clock.now());
        await db.enqueue(SEND_LAST_LETTER, { registrationId: id });
        this.seats.announce(db, party);
        await this.seats.promoteWaiting(db, evening);
        return ok({ id, answer: null });
      },
      async (): Promise<Outcome<null, never>> => ok(null),
    );
  }

  /** The party's seats go to the queue, also those of companions who keep their data. */
  private async free(db: Transaction, freed: readonly Attendee[]): Promise<void> {
    const ids = freed.map(({ id }) => id);
    await this.registrations.update(db, ids, { state: 'cancelled', cancelledAt: this.clock.now() });
  }
}
