import { Inject, Injectable } from '@nestjs/common';
import { CONSENT_TEXT_VERSION } from '@hillo/domain/registration';
import { fail, type Locale, ok } from '@hillo/domain/shared';
import { Clock } from '../../../../platform/clock/index.js';
import { type Operation, Operations } from '../../../../platform/database/index.js';
import { AccessNeedsRepository } from '../../data/access-needs-repository.js';
import { AttendeeRepository } from '../../data/attendee-repository.js';
import { ConsentRepository } from '../../data/consent-repository.js';
import { isEmptied } from '../../data/rows.js';
import { Seats } from '../seats.js';
import { ReadOwnPage } from './read-own-page.js';

/** Telling access needs, and taking them back as easily (GDPR article 7(3)). */
@Injectable()
export class OwnAccessNeeds {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(AttendeeRepository) private readonly attendees: AttendeeRepository,
    @Inject(AccessNeedsRepository) private readonly accessNeeds: AccessNeedsRepository,
    @Inject(ConsentRepository) private readonly consents: ConsentRepository,
    @Inject(Seats) private readonly seats: Seats,
    @Inject(ReadOwnPage) private readonly page: ReadOwnPage,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** `null` withdraws. */
  write(id: string, text: string | null, operation: Operation, locale: Locale) {
    return this.operations.once(
      operation,
      async (db) => {
        const own = (await this.attendees.lock([id], db)).get(id);
        if (!own || isEmptied(own)) return fail('not-found');
        const { state } = own;
        if (text !== null && state === 'cancelled')
          return fail('registration-state-forbids', { state, event: 'access-needs' });
        const now = this.clock.now();
        const decision = { kind: 'access-needs', given: text !== null } as const;
        const moment = { textVersion: CONSENT_TEXT_VERSION, channel: 'own-page', decidedAt: now } as const;
        await this.consents.record(db, id, [decision], moment);
        if (text === null) await this.accessNeeds.delete(db, [id]);
        else await this.accessNeeds.save(db, id, text, now);
        this.seats.announce(db, [own]);
        return ok({ id });
      },
      () => this.page.run(id, locale),
    );
  }
}
