import { Inject, Injectable } from '@nestjs/common';
import type { EveningAnswer, Tell } from '@hillo/contracts/evening-schemas';
import { addDays, compareEvenings, type EveningPlan, nextSequence } from '@hillo/domain/evenings';
import type { SideOverrides } from '@hillo/domain/registration';
import { fail, type Locale, ok, type Outcome } from '@hillo/domain/shared';
import { Clock } from '../../../platform/clock/index.js';
import { type Operation, Operations, type Transaction } from '../../../platform/database/index.js';
import { Sessions } from '../../accounts/index.js';
import { CrewRepository } from '../data/crew-repository.js';
import { EveningRepository } from '../data/evening-repository.js';
import type { Evening } from '../data/evening-row.js';
import { devicesExpireAt } from './crew/claim-crew-link.js';
import { EveningListeners } from './evening-listeners.js';
import { EveningView } from './evening-view.js';
import { ReadEvenings } from './read-evenings.js';
import { MAKE_SHARE_IMAGE } from './share-evening.js';

type ChangeProblem = 'not-found' | 'evening-state-forbids' | 'change-not-confirmed' | 'place-missing';

export interface ChangedPlan {
  readonly plan: EveningPlan;
  readonly sideOverrides: SideOverrides;
}

/** Changes a plan under the evening's lock, and tells people of it as the domain's rule demands. */
@Injectable()
export class ChangeEvening {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(EveningRepository) private readonly evenings: EveningRepository,
    @Inject(CrewRepository) private readonly crew: CrewRepository,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(EveningListeners) private readonly listeners: EveningListeners,
    @Inject(EveningView) private readonly view: EveningView,
    @Inject(ReadEvenings) private readonly reads: ReadEvenings,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** `change` makes the new plan out of the locked evening, or refuses. */
  async run<Code extends string>(
    id: string,
    change: (evening: Evening) => Outcome<ChangedPlan, Code>,
    tell: Tell | undefined,
    operation: Operation,
    locale: Locale,
  ) {
    return this.operations.once<EveningAnswer, Code | ChangeProblem>(
      operation,
      async (db) => {
        const before = await this.evenings.lock(db, id);
        if (!before) return fail('not-found');
        if (before.state === 'closed' || before.state === 'cancelled')
          return fail('evening-state-forbids', { state: before.state, event: 'change' });
        const changed = change(before);
        if (!changed.ok) return changed;
        const saved = await this.save(db, before, changed.value, tell);
        return saved.ok ? ok({ id }) : saved;
      },
      (eveningId) => this.reads.one(eveningId, locale),
    );
  }

  private async save(
    db: Transaction,
    before: Evening,
    { plan, sideOverrides }: ChangedPlan,
    tell: Tell | undefined,
  ): Promise<Outcome<void, 'change-not-confirmed' | 'place-missing'>> {
    const { state } = before;
    if (state !== 'draft' && plan.venue.name === '') return fail('place-missing');
    const changes = compareEvenings({ state, plan: before.plan }, { state, plan });
    if (changes.mustMail.length > 0 && !tell?.confirmed)
      return fail('change-not-confirmed', { changes: changes.mustMail.join(' ') });
    const sequence = nextSequence(before.sequence, changes, tell?.mailAdditions ?? false);
    const themeName = this.view.themeText(plan.theme, before.organisation.locale);
    const evening: Evening = { ...before, plan, sideOverrides, sequence, themeName };
    await this.evenings.update(db, evening);
    if (plan.programme !== before.plan.programme)
      await this.evenings.replaceProgramme(db, before.id, plan.programme);
    if (state === 'draft') return ok(undefined);
    if (changes.mustMail.includes('time') && addDays(plan.startsAt, -1, plan.timeZone) > this.clock.now())
      await this.evenings.setReminded(db, before.id, null);
    if (changes.mustMail.includes('time')) await this.moveCrew(db, evening);
    await db.enqueue(MAKE_SHARE_IMAGE, { eveningId: before.id }, { key: `${MAKE_SHARE_IMAGE}:${before.id}` });
    await this.listeners.tell(db, 'replanned', evening);
    if (sequence > before.sequence)
      await this.listeners.tell(db, 'changed', { before, evening, changes, words: tell?.words ?? '' });
    return ok(undefined);
  }

  private async moveCrew(db: Transaction, evening: Evening): Promise<void> {
    const expiresAt = devicesExpireAt(evening);
    const devices = await this.crew.setExpiry(db, evening.id, expiresAt);
    await this.sessions.setExpiry(db, 'device', devices, expiresAt);
  }
}
