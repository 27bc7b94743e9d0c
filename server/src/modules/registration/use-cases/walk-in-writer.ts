import { Inject, Injectable } from '@nestjs/common';
import { CONSENT_TEXT_VERSION } from '@hillo/domain/registration';
import type { Locale } from '@hillo/domain/shared';
import { Clock } from '../../../platform/clock/index.js';
import type { Transaction } from '../../../platform/database/index.js';
import { AttendeeRepository } from '../data/attendee-repository.js';
import { ConsentRepository } from '../data/consent-repository.js';
import { RegistrationRepository } from '../data/registration-repository.js';
import { enqueueMail } from './mails/tasks.js';
import { PartyWriter } from './party-writer.js';
import { type NewCompanion, type NewPerson, UNSAID } from './person.js';

/** What the door asks of somebody who comes without having registered; no e-mail is needed. */
export type WalkIn = Pick<NewPerson, 'firstName' | 'lastName' | 'sector' | 'affiliation'> &
  Partial<NewPerson> & {
    readonly companions?: readonly NewCompanion[];
    readonly agreedHow?: string;
    readonly locale: Locale;
  };

/** A yes to the draw is kept as a consent given at the door; who gave an address is mailed the link. */
@Injectable()
export class WalkInWriter {
  constructor(
    @Inject(AttendeeRepository) private readonly attendees: AttendeeRepository,
    @Inject(RegistrationRepository) private readonly registrations: RegistrationRepository,
    @Inject(ConsentRepository) private readonly consents: ConsentRepository,
    @Inject(PartyWriter) private readonly writer: PartyWriter,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async create(db: Transaction, eveningId: string, walkIn: WalkIn): Promise<readonly string[]> {
    const { companions = [], agreedHow = '', locale, ...person } = walkIn;
    const queueNumber = await this.registrations.nextQueueNumber(db, eveningId);
    const id = await this.writer.create(
      db,
      { eveningId, state: 'confirmed', queueNumber, source: 'walk-in', agreedHow, locale },
      { ...UNSAID, ...person },
      companions,
    );
    await this.consents.record(db, id, person.drawOptIn ? [{ kind: 'draw', given: true }] : [], {
      textVersion: CONSENT_TEXT_VERSION,
      channel: 'door',
      decidedAt: this.clock.now(),
    });
    if (person.email) await enqueueMail(db, id, 'registered');
    return (await this.attendees.party(id, db)).map((attendee) => attendee.id);
  }
}
