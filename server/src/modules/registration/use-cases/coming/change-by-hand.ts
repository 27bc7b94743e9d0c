import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hillo/contracts/access';
import type { comingApi } from '@hillo/contracts/coming';
import type { Parsed } from '@hillo/contracts/endpoint';
import { chooseShownSector, placeRegistration } from '@hillo/domain/registration';
import { fail, ok, type Outcome } from '@hillo/domain/shared';
import { type Operation, Operations } from '../../../../platform/database/index.js';
import { AttendeeRepository } from '../../data/attendee-repository.js';
import { RegistrationRepository } from '../../data/registration-repository.js';
import { ApplyChanges } from '../apply-changes.js';
import { enqueueMail } from '../mails/tasks.js';
import { PartyWriter } from '../party-writer.js';
import { Seats } from '../seats.js';
import { UNSAID } from '../person.js';
import { ListComing } from './list-coming.js';

type Api = typeof comingApi;
type Added = Parsed<Api['POST /api/evenings/:evening/registrations']>['body'];
type Changes = Parsed<Api['PATCH /api/evenings/:evening/registrations/:registration']>['body'];

/** Adding and correcting registrations by hand; how it was agreed is noted. */
@Injectable()
export class ChangeByHand {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(AttendeeRepository) private readonly attendees: AttendeeRepository,
    @Inject(RegistrationRepository) private readonly registrations: RegistrationRepository,
    @Inject(PartyWriter) private readonly writer: PartyWriter,
    @Inject(ApplyChanges) private readonly apply: ApplyChanges,
    @Inject(Seats) private readonly seats: Seats,
    @Inject(ListComing) private readonly coming: ListComing,
  ) {}

  /** Whether registration is open does not matter; the seats do, and the queue: who is added waits like anyone. */
  add(eveningId: string, added: Added, operation: Operation, actor: Actor) {
    return this.operations.once(
      operation,
      async (db) => {
        const evening = await this.seats.lock(db, eveningId);
        if (!evening) return fail('not-found');
        const { state } = evening;
        if (state !== 'published' && state !== 'running')
          return fail('evening-state-forbids', { state, event: 'register' });
        const shown = chooseShownSector(
          added.sector,
          added.shownSector ?? added.sector,
          evening.sideOverrides,
        );
        if (!shown.ok) return shown;
        const { companions, agreedHow, locale, ...person } = added;
        const placed = placeRegistration(await this.seats.snapshot(db, evening), 1 + companions.length);
        if (!placed.ok) return placed;
        const queueNumber = await this.registrations.nextQueueNumber(db, eveningId);
        const id = await this.writer.create(
          db,
          { eveningId, state: placed.value.state, queueNumber, source: 'organiser', agreedHow, locale },
          { ...UNSAID, ...person },
          companions,
        );
        const kind = placed.value.state === 'confirmed' ? 'registered' : 'waiting';
        await enqueueMail(db, id, kind);
        this.seats.announce(db, await this.attendees.party(id, db));
        return ok({ id });
      },
      (id) => this.coming.one(eveningId, id, actor),
    );
  }

  correct(eveningId: string, id: string, changes: Changes, operation: Operation, actor: Actor) {
    return this.operations.once(
      operation,
      async (
        db,
      ): Promise<
        Outcome<{ id: string }, 'not-found' | 'shown-sector-on-another-side' | 'registration-checked-in'>
      > => {
        const evening = await this.seats.lock(db, eveningId);
        const person = (await this.attendees.lock([id], db)).get(id);
        if (!evening || person?.eveningId !== eveningId) return fail('not-found');
        const sent = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
        const applied = await this.apply.run(db, person, evening, sent);
        if (!applied.ok) return applied;
        this.seats.announce(db, [person]);
        return ok({ id });
      },
      () => this.coming.one(eveningId, id, actor),
    );
  }
}
