import { Inject, Injectable } from '@nestjs/common';
import type { SeatingView } from '@hillo/contracts/seating';
import { fail, type Locale, ok } from '@hillo/domain/shared';
import { Clock } from '../../../../platform/clock/index.js';
import { type Operation, Operations, type Transaction } from '../../../../platform/database/index.js';
import { SeatingPlaceRepository } from '../../data/seating-place-repository.js';
import { SeatingRepository } from '../../data/seating-repository.js';
import { isOutdated, ReadSeating } from './read-seating.js';

/** Shows the plan on everybody's own page, and says which rounds are over. */
@Injectable()
export class PublishSeating {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(SeatingRepository) private readonly seatings: SeatingRepository,
    @Inject(SeatingPlaceRepository) private readonly places: SeatingPlaceRepository,
    @Inject(ReadSeating) private readonly view: ReadSeating,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(operation: Operation, eveningId: string, locale: Locale) {
    return this.operations.once<SeatingView, 'not-found' | 'seating-missing' | 'seating-outdated'>(
      operation,
      async (db) => {
        const seating = await this.seatings.lock(db, eveningId);
        if (!seating?.planId) return fail('seating-missing');
        if (isOutdated(seating)) return fail('seating-outdated');
        const { planId, publishedId } = seating;
        await this.seatings.update(db, eveningId, { publishedId: planId, publishedAt: this.clock.now() });
        await this.tell(db, eveningId, [planId, publishedId]);
        await this.places.deleteExcept(db, eveningId, [planId]);
        return ok({ id: planId });
      },
      () => this.view.run(eveningId, locale),
    );
  }

  /** Rounds are over one after the other; a slip of the finger can be taken back while the plan is the one people see. */
  hold(operation: Operation, eveningId: string, held: number, locale: Locale) {
    return this.operations.once<SeatingView, 'not-found' | 'seating-not-published' | 'seating-round-held'>(
      operation,
      async (db) => {
        const seating = await this.seatings.lock(db, eveningId);
        if (!seating?.publishedId) return fail('seating-not-published');
        const shown = (await this.places.ofPlan(seating.publishedId, db)).length;
        if (held > shown) return fail('seating-round-held', { held: shown });
        // A plan that people have not seen was made for other held rounds: it has to be made anew.
        const isShown = seating.publishedId === seating.planId;
        await this.seatings.update(db, eveningId, {
          held,
          ...(isShown || held === seating.held ? {} : { planVersion: null }),
        });
        await this.tell(db, eveningId, [seating.publishedId]);
        return ok({ id: eveningId });
      },
      () => this.view.run(eveningId, locale),
    );
  }

  /** Everybody who sits in one of these plans, on the own page's stream; and whoever has the organiser's page open. */
  private async tell(db: Transaction, eveningId: string, plans: readonly (string | null)[]): Promise<void> {
    const people = new Set<string>();
    for (const plan of plans)
      for (const round of await this.places.ofPlan(plan, db))
        for (const id of Object.values(round).flat()) people.add(id);
    for (const id of people) db.change(`registration:${id}`, 'seating');
    db.change(`seating:${eveningId}`, 'published');
  }
}
