import { Inject, Injectable } from '@nestjs/common';
import type { Parsed } from '@hillo/contracts/endpoint';
import type { registrationApi } from '@hillo/contracts/registration';
import { REGISTRATION_LIMITS, resizeParty } from '@hillo/domain/registration';
import { fail, type Locale, ok, type Outcome } from '@hillo/domain/shared';
import { type Operation, Operations, type Transaction } from '../../../../platform/database/index.js';
import type { Evening } from '../../../evenings/index.js';
import { AttendeeRepository } from '../../data/attendee-repository.js';
import type { Attendee } from '../../data/rows.js';
import { CancelParty } from '../cancel-party.js';
import { PartyWriter } from '../party-writer.js';
import { Seats } from '../seats.js';
import { ReadOwnPage } from './read-own-page.js';

type Companion = Parsed<(typeof registrationApi)['POST /api/me/:registration/companions']>['body'];

/** Who comes along, and not coming at all: everything of the own page that moves seats. */
@Injectable()
export class OwnParty {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(AttendeeRepository) private readonly attendees: AttendeeRepository,
    @Inject(PartyWriter) private readonly writer: PartyWriter,
    @Inject(CancelParty) private readonly cancelParty: CancelParty,
    @Inject(Seats) private readonly seats: Seats,
    @Inject(ReadOwnPage) private readonly page: ReadOwnPage,
  ) {}

  cancel(id: string, eveningId: string, operation: Operation, locale: Locale) {
    return this.underLock(id, eveningId, operation, locale, (db, evening) =>
      this.cancelParty.run(db, evening, id),
    );
  }

  /** A companion of the own party only. */
  remove(id: string, companionId: string, eveningId: string, operation: Operation, locale: Locale) {
    return this.underLock(id, eveningId, operation, locale, async (db, evening) => {
      const companion = await this.attendees.byId(eveningId, companionId, db);
      if (companion?.accompaniesId !== id) return fail('not-found');
      return companion.state === 'cancelled' ? ok(undefined) : this.cancelParty.run(db, evening, companionId);
    });
  }

  bring(id: string, companion: Companion, eveningId: string, operation: Operation, locale: Locale) {
    return this.underLock(id, eveningId, operation, locale, async (db, evening) => {
      const party = (await this.attendees.party(id, db)).filter(({ state }) => state !== 'cancelled');
      const [head] = party;
      if (!head || head.id !== id || head.kind !== 'person')
        return fail('registration-state-forbids', { event: 'bring' });
      const { state } = head;
      if (state === 'cancelled') return fail('registration-state-forbids', { state, event: 'bring' });
      if (isTooLarge(party, companion.kind)) return fail('party-too-large');
      const resized = resizeParty(
        await this.seats.snapshot(db, evening),
        { state, seats: party.length },
        party.length + 1,
      );
      if (!resized.ok) return resized;
      const { queueNumber, locale: language } = head;
      const start = {
        eveningId,
        state,
        queueNumber,
        source: 'form',
        agreedHow: '',
        locale: language,
      } as const;
      const companionId = await this.writer.join(db, start, head, companion);
      this.seats.announce(db, [head, { id: companionId, eveningId }]);
      return ok(undefined);
    });
  }

  private underLock<Code extends string>(
    id: string,
    eveningId: string,
    operation: Operation,
    locale: Locale,
    perform: (db: Transaction, evening: Evening) => Promise<Outcome<void, Code>>,
  ) {
    return this.operations.once(
      operation,
      async (db): Promise<Outcome<{ id: string }, Code | 'not-found'>> => {
        const evening = await this.seats.lock(db, eveningId);
        if (!evening) return fail('not-found');
        const performed = await perform(db, evening);
        return performed.ok ? ok({ id }) : performed;
      },
      () => this.page.run(id, locale),
    );
  }
}

function isTooLarge(party: readonly Attendee[], kind: Companion['kind']): boolean {
  const most = { support: REGISTRATION_LIMITS.supportPersons, child: REGISTRATION_LIMITS.children }[kind];
  return party.filter((member) => member.kind === kind).length >= most;
}
