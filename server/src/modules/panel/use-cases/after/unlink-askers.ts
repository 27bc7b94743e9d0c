import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { MUTED_ASKER_KEPT_DAYS } from '@hillo/domain/panel';
import { RETENTION } from '@hillo/domain/registration';
import { Clock } from '../../../../platform/clock/index.js';
import { TransactionRunner } from '../../../../platform/database/index.js';
import { Jobs } from '../../../../platform/jobs/index.js';
import { AskerRepository } from '../../data/asker-repository.js';
import { PanelNews } from '../panel-news.js';

const TASK = 'unlink-question-askers';
const HOUR_MS = 3_600_000;

/**
 * From 24 hours after the evening nobody knows any more who asked or voted (`quality.md` section 5): 30 days where somebody
 * was muted, and until it is answered where the asker wants to be told of an answer at a table.
 */
@Injectable()
export class UnlinkAskers implements OnModuleInit {
  constructor(
    @Inject(AskerRepository) private readonly askers: AskerRepository,
    @Inject(PanelNews) private readonly news: PanelNews,
    @Inject(TransactionRunner) private readonly transactions: TransactionRunner,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.register(TASK, () => this.run());
    this.jobs.schedule(TASK, '5 * * * *');
  }

  /** Interrupted, it goes on an hour later; run twice, it changes nothing more. */
  async run(): Promise<void> {
    const now = this.clock.now().getTime();
    const ended = new Date(now - RETENTION['question-author'].hours * HOUR_MS);
    const muted = new Date(now - MUTED_ASKER_KEPT_DAYS * 24 * HOUR_MS);
    await this.transactions.run((db) => this.askers.forgetMutes(db, muted));
    for (const eveningId of await this.askers.eveningsToForget(ended))
      await this.transactions.run(async (db) => {
        await this.askers.keepCounts(db, eveningId);
        const unlinked = await this.askers.forgetAskers(db, eveningId);
        if (unlinked > 0) this.news.unlinked(db, eveningId);
      });
  }
}
