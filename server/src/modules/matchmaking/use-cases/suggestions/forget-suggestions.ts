import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/index.js';
import { type Transaction, TransactionRunner } from '../../../../platform/database/index.js';
import { Jobs } from '../../../../platform/jobs/index.js';
import { type ErasureListener, ErasureListeners } from '../../../registration/index.js';
import { SuggestionRepository } from '../../data/suggestion-repository.js';

const TASK = 'purge-suggestions';

/** Whom somebody put aside tells more than who they met: it goes with the person, and the night after the evening for all. */
@Injectable()
export class ForgetSuggestions implements ErasureListener, OnModuleInit {
  constructor(
    @Inject(ErasureListeners) private readonly erasures: ErasureListeners,
    @Inject(SuggestionRepository) private readonly choices: SuggestionRepository,
    @Inject(TransactionRunner) private readonly transactions: TransactionRunner,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.erasures.add(this);
    this.jobs.register(TASK, () => this.transactions.run((db) => this.choices.purge(db, this.clock.now())));
    this.jobs.schedule(TASK, '25 0 * * *');
  }

  async erased(db: Transaction, registrationId: string): Promise<boolean> {
    await this.choices.forget(db, registrationId);
    return false;
  }
}
