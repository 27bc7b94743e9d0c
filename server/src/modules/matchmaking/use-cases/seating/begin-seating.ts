import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { SeatingView } from '@hillo/contracts/seating';
import { guestsToSeat, seatsMissing } from '@hillo/domain/matchmaking';
import { fail, type Locale, ok } from '@hillo/domain/shared';
import { newId } from '../../../../platform/clock/index.js';
import { type Operation, Operations } from '../../../../platform/database/index.js';
import { StreamAccess } from '../../../../platform/realtime/index.js';
import { SeatingRepository } from '../../data/seating-repository.js';
import { EveningSeating } from './evening-seating.js';
import { PLAN_SEATING } from './plan-seating.js';
import { ReadSeating } from './read-seating.js';

type Refusal = 'not-found' | 'seating-without-tables' | 'seating-without-people' | 'seating-too-few-seats';

/** Has everybody seated by a job, and stops it. What is plainly impossible is said at once. */
@Injectable()
export class BeginSeating implements OnModuleInit {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(SeatingRepository) private readonly seatings: SeatingRepository,
    @Inject(EveningSeating) private readonly evening: EveningSeating,
    @Inject(ReadSeating) private readonly view: ReadSeating,
    @Inject(StreamAccess) private readonly streams: StreamAccess,
  ) {}

  onModuleInit(): void {
    this.streams.declare('seating', ['organiser', 'helper']);
  }

  run(operation: Operation, eveningId: string, locale: Locale) {
    return this.operations.once<SeatingView, Refusal>(
      operation,
      async (db) => {
        const seating = await this.seatings.lock(db, eveningId);
        const setup = await this.evening.setupOf(eveningId, seating, db);
        if (!seating || !setup.tables.some(({ seats }) => seats > 0)) return fail('seating-without-tables');
        // A second press finds the first one's run.
        if (seating.runId && seating.runState === 'planning') return ok({ id: seating.runId });
        const people = guestsToSeat(await this.evening.guests(eveningId, false, db), setup);
        if (people.length < 2) return fail('seating-without-people');
        const missing = seatsMissing(setup.tables, people.length);
        if (missing > 0) return fail('seating-too-few-seats', { missing, people: people.length });
        const runId = newId();
        const run = { runId, runState: 'planning', runProgress: 0, runRefusal: null } as const;
        await this.seatings.update(db, eveningId, run);
        await db.enqueue(PLAN_SEATING, { eveningId, runId }, { key: `seating:${runId}` });
        db.change(`seating:${eveningId}`, 'run');
        return ok({ id: runId });
      },
      () => this.view.run(eveningId, locale),
    );
  }

  /** The thread hears of it within moments. A run that is over is not changed. */
  stop(operation: Operation, eveningId: string, runId: string, locale: Locale) {
    return this.operations.once<SeatingView, 'not-found'>(
      operation,
      async (db) => {
        const seating = await this.seatings.lock(db, eveningId);
        if (seating?.runId !== runId) return fail('not-found');
        if (seating.runState === 'planning') {
          await this.seatings.update(db, eveningId, { runState: 'cancelled' });
          db.change(`seating:${eveningId}`, 'run');
        }
        return ok({ id: runId });
      },
      () => this.view.run(eveningId, locale),
    );
  }
}
