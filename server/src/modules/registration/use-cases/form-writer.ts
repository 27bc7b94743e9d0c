import { Inject, Injectable } from '@nestjs/common';
import type { Parsed } from '@hillo/contracts/endpoint';
import type { registrationApi } from '@hillo/contracts/registration';
import type { ConsentKind, Placement } from '@hillo/domain/registration';
import type { Transaction } from '../../../platform/database/index.js';
import { AccessNeedsRepository } from '../data/access-needs-repository.js';
import { ConsentRepository } from '../data/consent-repository.js';
import { RegistrationRepository } from '../data/registration-repository.js';
import { enqueueMail } from './mails/tasks.js';
import { PartyWriter } from './party-writer.js';

export type Form = Parsed<(typeof registrationApi)['POST /api/public/evenings/:slug/registrations']>['body'];

/** What was decided of a form under the lock of the evening's seats. */
export interface Decision {
  readonly placement: Placement;
  readonly ticked: readonly ConsentKind[];
}

/** Keeps what a form says: the party, the consents with their texts, the access needs. */
@Injectable()
export class FormWriter {
  constructor(
    @Inject(PartyWriter) private readonly writer: PartyWriter,
    @Inject(RegistrationRepository) private readonly registrations: RegistrationRepository,
    @Inject(ConsentRepository) private readonly consents: ConsentRepository,
    @Inject(AccessNeedsRepository) private readonly accessNeeds: AccessNeedsRepository,
  ) {}

  /** The id of the person who sent it. */
  async save(
    db: Transaction,
    eveningId: string,
    form: Form,
    { placement, ticked }: Decision,
    now: Date,
  ): Promise<string> {
    const { companions, accessNeeds, consents: _, textVersion, locale, ...person } = form;
    const id = await this.writer.create(
      db,
      {
        eveningId,
        state: placement.state,
        queueNumber: await this.registrations.nextQueueNumber(db, eveningId),
        source: 'form',
        agreedHow: '',
        locale,
      },
      {
        ...person,
        drawOptIn: ticked.includes('draw'),
        sharesWithEveryone: ticked.includes('share-with-everyone'),
        associationMaySee: ticked.includes('association-may-see'),
        offersMayBeTold: ticked.includes('offers-may-be-told'),
      },
      companions,
    );
    const decisions = ticked.map((kind) => ({ kind, given: true }));
    await this.consents.record(db, id, decisions, { textVersion, channel: 'form', decidedAt: now });
    if (ticked.includes('access-needs') && accessNeeds !== '')
      await this.accessNeeds.save(db, id, accessNeeds, now);
    await enqueueMail(db, id, placement.state === 'confirmed' ? 'registered' : 'waiting');
    return id;
  }
}
