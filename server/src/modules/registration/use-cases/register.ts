import { Inject, Injectable } from '@nestjs/common';
import type { registrationApi } from '@hillo/contracts/registration';
import type { Parsed } from '@hillo/contracts/endpoint';
import { registrationAnswer } from '@hillo/domain/evenings';
import {
  checkConsents,
  chooseShownSector,
  CONSENT_TEXT_VERSION,
  type ConsentKind,
  placeRegistration,
  type Placement,
  type SeatSnapshot,
} from '@hillo/domain/registration';
import { fail, ok, type Outcome } from '@hillo/domain/shared';
import { Clock } from '../../../platform/clock/index.js';
import { type Operation, Operations, type Transaction } from '../../../platform/database/index.js';
import { type Evening, Evenings } from '../../evenings/index.js';
import { AccessNeedsRepository } from '../data/access-needs-repository.js';
import { ConsentRepository } from '../data/consent-repository.js';
import { RegistrationRepository } from '../data/registration-repository.js';
import { DescribeRegistered } from './describe-registered.js';
import { enqueueMail } from './mails/tasks.js';
import { PartyWriter } from './party-writer.js';
import { Seats } from './seats.js';

type Form = Parsed<(typeof registrationApi)['POST /api/public/evenings/:slug/registrations']>['body'];

type Refusal =
  | 'not-found'
  | 'registration-not-open'
  | 'evening-full'
  | 'privacy-notice-not-accepted'
  | 'access-needs-consent-missing'
  | 'shown-sector-on-another-side'
  | 'consent-texts-changed';

/** The public form. Every valid one makes a registration, whatever address it names (product rule 12, T40). */
@Injectable()
export class Register {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(Seats) private readonly seats: Seats,
    @Inject(PartyWriter) private readonly writer: PartyWriter,
    @Inject(RegistrationRepository) private readonly registrations: RegistrationRepository,
    @Inject(ConsentRepository) private readonly consents: ConsentRepository,
    @Inject(AccessNeedsRepository) private readonly accessNeeds: AccessNeedsRepository,
    @Inject(DescribeRegistered) private readonly describe: DescribeRegistered,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(slug: string, form: Form, operation: Operation) {
    const known = await this.evenings.bySlug(slug);
    if (!known || known.state === 'draft') return fail('not-found');
    return this.operations.once(
      operation,
      async (db): Promise<Outcome<{ id: string }, Refusal>> => {
        const evening = await this.seats.lock(db, known.id);
        if (!evening) return fail('not-found');
        const decided = decide(evening, form, await this.seats.snapshot(db, evening), this.clock.now());
        return decided.ok ? ok({ id: await this.save(db, evening, form, decided.value) }) : decided;
      },
      (id) => this.describe.run(id),
    );
  }

  private async save(
    db: Transaction,
    evening: Evening,
    form: Form,
    { placement, ticked }: Decision,
  ): Promise<string> {
    const { companions, accessNeeds, consents: _, textVersion, locale, ...person } = form;
    const id = await this.writer.create(
      db,
      {
        eveningId: evening.id,
        state: placement.state,
        queueNumber: await this.registrations.nextQueueNumber(db, evening.id),
        source: 'form',
        agreedHow: '',
        locale,
      },
      {
        ...person,
        drawOptIn: ticked.includes('draw'),
        sharesWithEveryone: ticked.includes('share-with-everyone'),
        associationMaySee: ticked.includes('association-may-see'),
      },
      companions,
    );
    const now = this.clock.now();
    const decisions = ticked.map((kind) => ({ kind, given: true }));
    await this.consents.record(db, id, decisions, { textVersion, channel: 'form', decidedAt: now });
    if (ticked.includes('access-needs') && accessNeeds !== '')
      await this.accessNeeds.save(db, id, accessNeeds, now);
    const kind = placement.state === 'confirmed' ? 'registered' : 'waiting';
    await enqueueMail(db, id, kind);
    this.seats.announce(db, await this.describe.party(id, db));
    return id;
  }
}

interface Decision {
  readonly placement: Placement;
  readonly ticked: readonly ConsentKind[];
}

function decide(evening: Evening, form: Form, seats: SeatSnapshot, now: Date): Outcome<Decision, Refusal> {
  const answer = registrationAnswer({ ...evening.plan, state: evening.state }, now);
  if (answer !== 'open') return fail('registration-not-open', { answer });
  if (form.textVersion !== CONSENT_TEXT_VERSION) return fail('consent-texts-changed');
  const ticked = checkConsents(form.consents, form.accessNeeds);
  if (!ticked.ok) return ticked;
  const shown = chooseShownSector(form.sector, form.shownSector ?? form.sector, evening.sideOverrides);
  if (!shown.ok) return shown;
  const placed = placeRegistration(seats, 1 + form.companions.length);
  return placed.ok ? ok({ placement: placed.value, ticked: ticked.value }) : placed;
}
