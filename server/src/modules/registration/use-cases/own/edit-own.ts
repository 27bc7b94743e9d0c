import { Inject, Injectable } from '@nestjs/common';
import type { Parsed } from '@hillo/contracts/endpoint';
import type { registrationApi } from '@hillo/contracts/registration';
import { CONSENT_TEXT_VERSION, type ConsentKind } from '@hillo/domain/registration';
import { fail, type Locale, ok } from '@hillo/domain/shared';
import { Clock } from '../../../../platform/clock/index.js';
import { type Operation, Operations } from '../../../../platform/database/index.js';
import { Evenings } from '../../../evenings/index.js';
import { AttendeeRepository } from '../../data/attendee-repository.js';
import { ConsentRepository } from '../../data/consent-repository.js';
import { type Attendee, isEmptied } from '../../data/rows.js';
import { ApplyChanges } from '../apply-changes.js';
import { Seats } from '../seats.js';
import { ReadOwnPage } from './read-own-page.js';

type Changes = Parsed<(typeof registrationApi)['PATCH /api/me/:registration']>['body'];

const CONSENT_FIELDS = {
  drawOptIn: 'draw',
  sharesWithEveryone: 'share-with-everyone',
  associationMaySee: 'association-may-see',
  offersMayBeTold: 'offers-may-be-told',
} as const satisfies Partial<Record<keyof Changes, ConsentKind>>;

/** Corrects the own registration; boxes that are consents are kept with the version of their text. */
@Injectable()
export class EditOwn {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(AttendeeRepository) private readonly attendees: AttendeeRepository,
    @Inject(ConsentRepository) private readonly consents: ConsentRepository,
    @Inject(ApplyChanges) private readonly apply: ApplyChanges,
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(Seats) private readonly seats: Seats,
    @Inject(ReadOwnPage) private readonly page: ReadOwnPage,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(id: string, changes: Changes, operation: Operation, locale: Locale) {
    return this.operations.once(
      operation,
      async (db) => {
        const own = (await this.attendees.lock([id], db)).get(id);
        const evening = own && (await this.evenings.byId(own.eveningId, db));
        if (!own || !evening || isEmptied(own)) return fail('not-found');
        const mayPlay = own.kind === 'support' ? changes : { ...changes, plays: undefined };
        const applied = await this.apply.run(db, own, evening, defined(mayPlay));
        if (!applied.ok) return applied;
        const decidedAt = this.clock.now();
        const moment = { textVersion: CONSENT_TEXT_VERSION, channel: 'own-page', decidedAt } as const;
        // Who does not play is in no draw, whatever was ticked: then a yes that stood is taken back.
        const decided = (mayPlay.plays ?? own.plays) ? changes : { ...changes, drawOptIn: false };
        await this.consents.record(db, id, decisionsOf(own, decided), moment);
        this.seats.announce(db, [own]);
        return ok({ id });
      },
      () => this.page.run(id, locale),
    );
  }
}

/** Without the fields that were not sent. */
function defined(changes: Changes): Changes {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Changes;
}

function decisionsOf(own: Attendee, changes: Changes) {
  return Object.entries(CONSENT_FIELDS).flatMap(([field, kind]) => {
    const given = changes[field as keyof typeof CONSENT_FIELDS];
    return given === undefined || given === own[field as keyof typeof CONSENT_FIELDS]
      ? []
      : [{ kind, given }];
  });
}
