import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { RETENTION } from '@hillo/domain/registration';
import { Clock } from '../../../platform/clock/index.js';
import { TransactionRunner } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { TicketRepository } from '../data/ticket-repository.js';

const TASK = 'forget-ticket-holders';
const DAY_MS = 86_400_000;

/** 30 days after the evening nobody knows any more whose ticket was whose; the nameless proof stays (`quality.md` section 5). */
@Injectable()
export class ForgetTicketHolders implements OnModuleInit {
  constructor(
    @Inject(TicketRepository) private readonly tickets: TicketRepository,
    @Inject(TransactionRunner) private readonly transactions: TransactionRunner,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.register(TASK, () => this.run());
    this.jobs.schedule(TASK, '10 1 * * *');
  }

  async run(): Promise<void> {
    const until = new Date(this.clock.now().getTime() - RETENTION['draw-mapping'].days * DAY_MS);
    await this.transactions.run((db) => this.tickets.forgetHolders(db, until));
  }
}
