import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, automaticCloseAt } from '@hillo/domain/evenings';
import { Clock } from '../../../platform/clock/index.js';
import { TransactionRunner } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { EveningRepository } from '../data/evening-repository.js';
import { EveningListeners } from './evening-listeners.js';
import { MoveEvening } from './move-evening.js';

const CLOSE_EVENINGS = 'close-evenings';
const REMIND_OF_EVENINGS = 'remind-of-evenings';

const EVERY_TEN_MINUTES = '*/10 * * * *';
const TWO_DAYS_MS = 48 * 3_600_000;

/**
 * Does by the clock what nobody did by hand: closes evenings at 04:00 after their end, and gives the word for the reminder of the
 * day before. Looks every ten minutes instead of planning ahead, so that a changed time needs nothing undone.
 */
@Injectable()
export class NightWatch implements OnModuleInit {
  constructor(
    @Inject(TransactionRunner) private readonly transactions: TransactionRunner,
    @Inject(EveningRepository) private readonly evenings: EveningRepository,
    @Inject(EveningListeners) private readonly listeners: EveningListeners,
    @Inject(MoveEvening) private readonly move: MoveEvening,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.register(CLOSE_EVENINGS, () => this.closeEvenings());
    this.jobs.register(REMIND_OF_EVENINGS, () => this.remindOfEvenings());
    this.jobs.schedule(CLOSE_EVENINGS, EVERY_TEN_MINUTES);
    this.jobs.schedule(REMIND_OF_EVENINGS, EVERY_TEN_MINUTES);
  }

  private async closeEvenings(): Promise<void> {
    const now = this.clock.now();
    for (const { id, plan } of await this.evenings.endedBefore(now)) {
      if (automaticCloseAt(plan.endsAt, plan.timeZone) > now) continue;
      // A refusal means that somebody closed or cancelled it meanwhile.
      await this.transactions.run((db) => this.move.closeIn(db, id, 'night'));
    }
  }

  private async remindOfEvenings(): Promise<void> {
    const now = this.clock.now();
    for (const { id } of await this.evenings.notReminded(new Date(now.getTime() + TWO_DAYS_MS)))
      await this.transactions.run(async (db) => {
        const evening = await this.evenings.lock(db, id);
        if (evening?.state !== 'published' || (await this.evenings.isReminded(db, id))) return;
        const { startsAt, timeZone } = evening.plan;
        if (addDays(startsAt, -1, timeZone) > now || startsAt <= now) return;
        await this.evenings.setReminded(db, id, now);
        await this.listeners.tell(db, 'dayBefore', evening);
      });
  }
}
