import { Inject, Injectable } from '@nestjs/common';
import type { SeatingInput, SeatingView } from '@hillo/contracts/seating';
import { seatsAlike, type SeatingSetup } from '@hillo/domain/matchmaking';
import { fail, type Locale, ok } from '@hillo/domain/shared';
import { type Operation, Operations } from '../../../../platform/database/index.js';
import { SeatingRepository } from '../../data/seating-repository.js';
import { SeatingSetupRepository } from '../../data/seating-setup-repository.js';
import { EveningSeating, FRESH } from './evening-seating.js';
import { isOutdated, ReadSeating } from './read-seating.js';

/** What the organiser wishes. Whoever saved meanwhile is not overwritten: the version tells. */
@Injectable()
export class SaveSeating {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(SeatingRepository) private readonly seatings: SeatingRepository,
    @Inject(SeatingSetupRepository) private readonly setups: SeatingSetupRepository,
    @Inject(EveningSeating) private readonly evening: EveningSeating,
    @Inject(ReadSeating) private readonly view: ReadSeating,
  ) {}

  run(operation: Operation, eveningId: string, input: SeatingInput, locale: Locale) {
    return this.operations.once<SeatingView, 'not-found' | 'seating-changed' | 'seating-round-held'>(
      operation,
      async (db) => {
        await this.seatings.begin(db, { eveningId, ...FRESH });
        const seating = await this.seatings.lock(db, eveningId);
        if (seating?.version !== input.version) return fail('seating-changed');
        if (input.rounds < seating.held) return fail('seating-round-held', { held: seating.held });
        const before = await this.evening.setupOf(eveningId, seating, db);
        const { version, block: blockId, ...wished } = input;
        const { rounds, aim, crowd, countsEncounters, ...lists } = wished;
        await this.setups.replace(db, eveningId, lists);
        const alike = seatsAlike(before, wished satisfies SeatingSetup);
        await this.seatings.update(db, eveningId, {
          blockId,
          rounds,
          aim,
          crowd,
          countsEncounters,
          version: version + 1,
          // Moving a table on the floor changes nobody's seat: the plan stays good.
          ...(alike && !isOutdated(seating) ? { planVersion: version + 1 } : {}),
          ...(!alike && seating.runState === 'planning' ? { runState: 'cancelled' } : {}),
        });
        db.change(`seating:${eveningId}`, 'wished');
        return ok({ id: eveningId });
      },
      () => this.view.run(eveningId, locale),
    );
  }
}
