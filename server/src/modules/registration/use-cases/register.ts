import { Inject, Injectable } from '@nestjs/common';
import { registrationAnswer } from '@hillo/domain/evenings';
import {
  checkConsents,
  chooseShownSector,
  CONSENT_TEXT_VERSION,
  placeRegistration,
  type SeatSnapshot,
} from '@hillo/domain/registration';
import { fail, ok, type Outcome } from '@hillo/domain/shared';
import { Clock } from '../../../platform/clock/index.js';
import { type Operation, Operations } from '../../../platform/database/index.js';
import { type Evening, Evenings } from '../../evenings/index.js';
import { DescribeRegistered } from './describe-registered.js';
import { type Decision, type Form, FormWriter } from './form-writer.js';
import { Seats } from './seats.js';

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
    @Inject(FormWriter) private readonly writer: FormWriter,
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
        const now = this.clock.now();
        const decided = decide(evening, form, await this.seats.snapshot(db, evening), now);
        if (!decided.ok) return decided;
        const id = await this.writer.save(db, evening.id, form, decided.value, now);
        this.seats.announce(db, await this.describe.party(id, db));
        return ok({ id });
      },
      (id) => this.describe.run(id),
    );
  }
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
