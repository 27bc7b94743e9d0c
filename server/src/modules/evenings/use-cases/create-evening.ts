import { Inject, Injectable } from '@nestjs/common';
import type { WallTime } from '@hillo/contracts/evening-schemas';
import {
  copyEvening,
  type CopyPart,
  type EveningPlan,
  OPEN_REGISTRATION,
  type Theme,
} from '@hillo/domain/evenings';
import type { SideOverrides } from '@hillo/domain/registration';
import { fail, type Locale, ok } from '@hillo/domain/shared';
import { Clock, newId } from '../../../platform/clock/index.js';
import { type Operation, Operations, type Transaction } from '../../../platform/database/index.js';
import { AccountRepository } from '../../accounts/index.js';
import { EveningRepository } from '../data/evening-repository.js';
import { EveningListeners } from './evening-listeners.js';
import { EveningView } from './evening-view.js';
import { readHours, readTime } from './plan-times.js';
import { ReadEvenings } from './read-evenings.js';

interface Frame {
  readonly theme: Theme;
  readonly startsAt: WallTime;
  readonly endsAt: WallTime;
  readonly venue: { readonly name: string; readonly address: string };
}

/** Begins an evening as a draft: from theme, time and place alone (S36), or from an earlier one (S49). */
@Injectable()
export class CreateEvening {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(AccountRepository) private readonly accounts: AccountRepository,
    @Inject(EveningRepository) private readonly evenings: EveningRepository,
    @Inject(EveningListeners) private readonly listeners: EveningListeners,
    @Inject(EveningView) private readonly view: EveningView,
    @Inject(ReadEvenings) private readonly reads: ReadEvenings,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async fromFrame(organisationId: string, frame: Frame, operation: Operation, locale: Locale) {
    return this.operations.once(
      operation,
      async (db) => {
        const organisation = await this.accounts.organisation(organisationId, db);
        if (!organisation) return fail('not-found');
        const { timeZone } = organisation;
        const hours = readHours(frame, timeZone);
        if (!hours.ok) return hours;
        const plan: EveningPlan = {
          theme: frame.theme,
          ...hours.value,
          timeZone,
          venue: { ...frame.venue, features: {}, directions: '' },
          capacity: null,
          registration: OPEN_REGISTRATION,
          programme: [],
          texts: { title: '', description: '', can: '', cannot: '' },
        };
        return ok({ id: await this.insert(db, organisation, plan, {}) });
      },
      (id) => this.reads.one(id, locale),
    );
  }

  async fromEarlier(
    sourceId: string,
    copy: { readonly startsAt: WallTime; readonly parts: readonly CopyPart[] },
    operation: Operation,
    locale: Locale,
  ) {
    return this.operations.once(
      operation,
      async (db) => {
        const source = await this.evenings.byId(sourceId, db);
        if (!source) return fail('not-found');
        const startsAt = readTime('startsAt', copy.startsAt, source.plan.timeZone);
        if (!startsAt.ok) return startsAt;
        const { plan, leftToOthers } = copyEvening(source.plan, copy.parts, startsAt.value, newId);
        const sides = copy.parts.includes('frame') ? source.sideOverrides : {};
        const targetId = await this.insert(db, source.organisation, plan, sides);
        await this.listeners.tell(db, 'copied', { sourceId, targetId, parts: leftToOthers });
        return ok({ id: targetId });
      },
      (id) => this.reads.one(id, locale),
    );
  }

  /** The address is made when the evening is published; until then nobody can open it. */
  private async insert(
    db: Transaction,
    organisation: { readonly id: string; readonly locale: Locale },
    plan: EveningPlan,
    sideOverrides: SideOverrides,
  ): Promise<string> {
    const id = newId();
    await this.evenings.insert(db, {
      id,
      organisationId: organisation.id,
      slug: id,
      plan,
      themeName: this.view.themeText(plan.theme, organisation.locale),
      sideOverrides,
      createdAt: this.clock.now(),
    });
    return id;
  }
}
