import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type PersonPair,
  seatingFaults,
  seatingInstance,
  type SeatingSetup,
} from '@hillo/domain/matchmaking';
import { Clock } from '../../../../platform/clock/index.js';
import { TransactionRunner } from '../../../../platform/database/index.js';
import { Jobs } from '../../../../platform/jobs/index.js';
import { Log } from '../../../../platform/log/index.js';
import { Encounters } from '../../../encounters/index.js';
import { SeatingPlaceRepository } from '../../data/seating-place-repository.js';
import { type Seating, SeatingRepository } from '../../data/seating-repository.js';
import { EveningSeating } from './evening-seating.js';
import { Planner } from './planner.js';

export const PLAN_SEATING = 'plan-seating';

/** It ends sooner when nothing can be better; a hall of a thousand takes this long. */
const TIME_LIMIT_MS = 6_000;
const SEED = 1;

interface Run {
  readonly eveningId: string;
  readonly runId: string;
}

/** The job that seats everybody: asks the planner, checks its plan by the domain's own rule, keeps it. Run again it plans again. */
@Injectable()
export class PlanSeating implements OnModuleInit {
  constructor(
    @Inject(SeatingRepository) private readonly seatings: SeatingRepository,
    @Inject(SeatingPlaceRepository) private readonly places: SeatingPlaceRepository,
    @Inject(EveningSeating) private readonly evening: EveningSeating,
    @Inject(Encounters) private readonly encounters: Encounters,
    @Inject(Planner) private readonly planner: Planner,
    @Inject(TransactionRunner) private readonly transactions: TransactionRunner,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Log) private readonly log: Log,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.register(PLAN_SEATING, async ({ eveningId, runId }) =>
      this.run({ eveningId: String(eveningId), runId: String(runId) }),
    );
  }

  private async run(run: Run): Promise<void> {
    const { eveningId, runId } = run;
    const { seating, setup } = await this.evening.setup(eveningId);
    if (!seating || !isPlanning(seating, runId)) return;
    const asked = await this.ask(seating, setup);
    const planned = await this.planner.plan(
      { instance: asked.instance, timeLimitMs: TIME_LIMIT_MS, seed: SEED },
      (done) => this.tell(run, Math.floor(done * 100)),
    );
    if (!planned.ok) {
      if (planned.code !== 'stopped') await this.refuse(run, planned.code);
      return;
    }
    const { rounds, quality } = planned.value;
    const faults = seatingFaults(asked.instance, rounds);
    if (faults.length > 0) {
      this.log.warning('seating-faulty', { eveningId, faults });
      await this.refuse(run, 'no-seating-found');
      return;
    }
    await this.transactions.run(async (db) => {
      const now = await this.seatings.lock(db, eveningId);
      if (!now || !isPlanning(now, runId)) return;
      await this.places.insert(db, eveningId, runId, rounds);
      await this.seatings.update(db, eveningId, {
        runState: 'planned',
        runProgress: 100,
        planId: runId,
        planVersion: now.version,
        planFacts: { aim: setup.aim, withoutAccessibleSeat: asked.withoutAccessibleSeat, quality },
        plannedAt: this.clock.now(),
      });
      await this.places.deleteExcept(db, eveningId, [runId, ...(now.publishedId ? [now.publishedId] : [])]);
      db.change(`seating:${eveningId}`, 'run');
    });
  }

  /** Rounds are held as people saw them. */
  private async ask({ eveningId, held, publishedId, planId }: Seating, setup: SeatingSetup) {
    const shown = await this.places.ofPlan(publishedId ?? planId);
    return seatingInstance({
      guests: await this.evening.guests(eveningId, true),
      setup,
      encounters: setup.countsEncounters ? await this.met(eveningId) : [],
      held: shown.slice(0, held),
    });
  }

  private async met(eveningId: string): Promise<PersonPair[]> {
    const pairs = await this.encounters.pairsOf(eveningId, null);
    return pairs.filter(({ stands }) => stands).map(({ firstId, secondId }) => [firstId, secondId]);
  }

  private tell({ eveningId, runId }: Run, percent: number): Promise<boolean> {
    return this.transactions.run(async (db) => {
      const goesOn = await this.seatings.progress(db, eveningId, runId, percent);
      if (goesOn) db.change(`seating:${eveningId}`, 'progress', { runId, percent });
      return goesOn;
    });
  }

  private refuse({ eveningId, runId }: Run, code: string): Promise<void> {
    return this.transactions.run(async (db) => {
      const now = await this.seatings.lock(db, eveningId);
      if (!now || !isPlanning(now, runId)) return;
      await this.seatings.update(db, eveningId, { runState: 'refused', runRefusal: code });
      db.change(`seating:${eveningId}`, 'run');
    });
  }
}

function isPlanning(seating: Seating, runId: string): boolean {
  return seating.runId === runId && seating.runState === 'planning';
}
