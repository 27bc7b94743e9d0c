import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hillo/contracts/access';
import type { comingApi } from '@hillo/contracts/coming';
import type { Parsed } from '@hillo/contracts/endpoint';
import type { ProblemCode } from '@hillo/contracts/problems';
import { nextRegistrationState, placeRegistration, promoteByHand } from '@hillo/domain/registration';
import { fail, ok, type Outcome } from '@hillo/domain/shared';
import { type Operation, Operations, type Transaction } from '../../../../platform/database/index.js';
import type { Evening } from '../../../evenings/index.js';
import { AttendeeRepository } from '../../data/attendee-repository.js';
import { RegistrationRepository } from '../../data/registration-repository.js';
import type { Attendee } from '../../data/rows.js';
import { CancelParty } from '../cancel-party.js';
import { enqueueMail } from '../mails/tasks.js';
import { Seats } from '../seats.js';
import { ListComing } from './list-coming.js';

type Body = Parsed<
  (typeof comingApi)['POST /api/evenings/:evening/registrations/:registration/moves']
>['body'];
type Moved = Outcome<void, ProblemCode>;

/** An organiser or helper moves a party by hand: seats are counted as for everybody else (product rule 11). */
@Injectable()
export class MoveByHand {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(AttendeeRepository) private readonly attendees: AttendeeRepository,
    @Inject(RegistrationRepository) private readonly registrations: RegistrationRepository,
    @Inject(CancelParty) private readonly cancelParty: CancelParty,
    @Inject(Seats) private readonly seats: Seats,
    @Inject(ListComing) private readonly coming: ListComing,
  ) {}

  run(eveningId: string, id: string, { move, reason }: Body, operation: Operation, actor: Actor) {
    return this.operations.once(
      operation,
      async (db): Promise<Outcome<{ id: string }, ProblemCode>> => {
        const evening = await this.seats.lock(db, eveningId);
        const person = await this.attendees.byId(eveningId, id, db);
        if (!evening || !person) return fail('not-found');
        const moved = await this.move(db, evening, person, move, reason);
        return moved.ok ? ok({ id }) : moved;
      },
      () => this.coming.one(eveningId, id, actor),
    );
  }

  private async move(
    db: Transaction,
    evening: Evening,
    person: Attendee,
    move: Body['move'],
    reason: string,
  ): Promise<Moved> {
    // A companion is cancelled alone; every other move takes the whole party.
    if (move === 'cancel') return this.cancelParty.run(db, evening, person.id, reason);
    const party = await this.attendees.party(person.accompaniesId ?? person.id, db);
    switch (move) {
      case 'promote':
        return this.promote(db, evening, party, reason);
      case 'move-to-waitlist':
        return this.toWaitlist(db, evening, party, reason);
      case 'restore':
        return this.restore(db, evening, party, reason);
    }
  }

  private async promote(
    db: Transaction,
    evening: Evening,
    party: Attendee[],
    reason: string,
  ): Promise<Moved> {
    const head = party[0]?.id ?? '';
    const queue = await this.registrations.queue(db, evening.id);
    const chosen = promoteByHand(await this.seats.snapshot(db, evening), queue, head, reason);
    if (!chosen.ok) return chosen;
    if (chosen.value.reason !== null)
      await this.registrations.update(db, [head], { agreedHow: chosen.value.reason });
    await this.seats.giveSeats(db, head);
    return ok(undefined);
  }

  /** To the end of the queue. The freed seats stay free until the next one asks or the organiser gives them. */
  private async toWaitlist(
    db: Transaction,
    evening: Evening,
    party: Attendee[],
    reason: string,
  ): Promise<Moved> {
    const leaving = party.filter(({ state }) => state === 'confirmed');
    const moved = nextRegistrationState(party[0]?.state ?? 'cancelled', 'move-to-waitlist');
    if (!moved.ok) return moved;
    if (leaving.some(({ checkedInAt }) => checkedInAt !== null)) return fail('registration-checked-in');
    const queueNumber = await this.registrations.nextQueueNumber(db, evening.id);
    await this.settle(db, leaving, { state: 'waiting', queueNumber }, reason, 'waiting');
    return ok(undefined);
  }

  /** Those who were cancelled together come back together, to seats if there are and nobody waits, else to the queue's end. */
  private async restore(
    db: Transaction,
    evening: Evening,
    party: Attendee[],
    reason: string,
  ): Promise<Moved> {
    const [head] = party;
    if (head?.state !== 'cancelled')
      return fail('registration-state-forbids', { state: head?.state ?? '', event: 'restore' });
    const together = party.filter((member) => member.cancelledAt?.getTime() === head.cancelledAt?.getTime());
    const placed = placeRegistration(await this.seats.snapshot(db, evening), together.length);
    if (!placed.ok) return placed;
    const { state } = placed.value;
    const queueNumber = await this.registrations.nextQueueNumber(db, evening.id);
    const place = state === 'waiting' ? { state, queueNumber } : { state };
    await this.settle(
      db,
      together,
      { ...place, cancelledAt: null },
      reason,
      state === 'waiting' ? 'waiting' : 'registered',
    );
    return ok(undefined);
  }

  private async settle(
    db: Transaction,
    people: readonly Attendee[],
    changes: Parameters<RegistrationRepository['update']>[2],
    reason: string,
    kind: 'registered' | 'waiting',
  ): Promise<void> {
    const ids = people.map(({ id }) => id);
    await this.registrations.update(db, ids, { ...changes, ...(reason === '' ? {} : { agreedHow: reason }) });
    this.seats.announce(db, people);
    await enqueueMail(db, ids[0] ?? '', kind);
  }
}
