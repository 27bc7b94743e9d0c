import { Inject, Injectable } from '@nestjs/common';
import { hearNumber, NOTHING_HEARD } from '@hillo/domain/door';
import { Clock } from '../../../../platform/clock/index.js';
import { TransactionRunner } from '../../../../platform/database/index.js';
import { QueueRepository } from '../../data/queue-repository.js';

/** Notices which entries of a phone never came (T51). An own transaction: a refused entry was heard all the same. */
@Injectable()
export class HearQueue {
  constructor(
    @Inject(TransactionRunner) private readonly transactions: TransactionRunner,
    @Inject(QueueRepository) private readonly queues: QueueRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async hear(eveningId: string, actor: string, number: number): Promise<void> {
    await this.transactions.run(async (db) => {
      const now = this.clock.now();
      const before = await this.queues.lock(db, eveningId, actor, NOTHING_HEARD, now);
      const after = hearNumber(before, number);
      await this.queues.save(db, eveningId, actor, after, now);
      const isNews = before.missing.length !== after.missing.length || before.restarts !== after.restarts;
      if (isNews) db.change(`door:${eveningId}`, 'queue');
      return { ok: true, value: undefined };
    });
  }
}
