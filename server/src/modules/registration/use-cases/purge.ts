import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { isPastRetention, RETENTION, type RetentionGroup } from '@hillo/domain/registration';
import { Clock } from '../../../platform/clock/index.js';
import { type Transaction, TransactionRunner } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { Log } from '../../../platform/log/index.js';
import { Sessions } from '../../accounts/index.js';
import { RetentionRepository } from '../data/retention-repository.js';

export const PURGE_REGISTRATIONS = 'purge-registrations';
const EVERY_NIGHT = '20 1 * * *';

/** Removes by itself what may no longer be kept (`quality.md` section 5), an evening a transaction: interrupted, it goes on. */
@Injectable()
export class Purge implements OnModuleInit {
  constructor(
    @Inject(RetentionRepository) private readonly retention: RetentionRepository,
    @Inject(TransactionRunner) private readonly transactions: TransactionRunner,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Log) private readonly log: Log,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.register(PURGE_REGISTRATIONS, () => this.run());
    this.jobs.schedule(PURGE_REGISTRATIONS, EVERY_NIGHT);
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    for (const evening of await this.retention.endedWithPeople(now))
      await this.transactions.run((db) => this.purge(db, evening, now));
    await this.transactions.run((db) =>
      this.retention.deleteReadings(db, monthsBefore(now, RETENTION['audit-trail'].months)),
    );
  }

  private async purge(
    db: Transaction,
    evening: { readonly id: string; readonly endsAt: Date },
    now: Date,
  ): Promise<void> {
    const isPast = (group: RetentionGroup) => isPastRetention(group, evening.endsAt, now);
    const removed = {
      accessNeeds: isPast('access-needs') ? await this.retention.deleteAccessNeeds(db, evening.id) : 0,
      unconfirmed: isPast('unconfirmed-registration')
        ? await this.retention.deleteUnconfirmed(db, evening.id)
        : 0,
      waitlist: isPast('lapsed-waitlist') ? await this.retention.deleteLapsedWaitlist(db, evening.id) : 0,
      emptied: isPast('registration') ? await this.retention.emptyRegistrations(db, evening.id) : 0,
    };
    if (isPast('kept-contact')) {
      for (const id of await this.retention.cutLinks(db, evening.id))
        await this.sessions.revoke(db, 'attendee', id);
    }
    if (Object.values(removed).some((count) => count > 0))
      this.log.info('registrations-purged', { eveningId: evening.id, ...removed });
  }
}

function monthsBefore(now: Date, months: number): Date {
  const before = new Date(now);
  before.setUTCMonth(before.getUTCMonth() - months);
  return before;
}
