import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { RETENTION } from '@hillo/domain/registration';
import { Clock } from '../../../../platform/clock/index.js';
import { type Transaction, TransactionRunner } from '../../../../platform/database/index.js';
import { Jobs } from '../../../../platform/jobs/index.js';
import { type ErasureListener, ErasureListeners } from '../../../registration/index.js';
import { SeatingPlaceRepository } from '../../data/seating-place-repository.js';
import { SeatingRepository } from '../../data/seating-repository.js';

const TASK = 'purge-seatings';
const DAY_MS = 86_400_000;

/** Who sat with whom is kept as long as who met whom, and goes at once with the person's data. */
@Injectable()
export class ForgetSeating implements ErasureListener, OnModuleInit {
  constructor(
    @Inject(ErasureListeners) private readonly erasures: ErasureListeners,
    @Inject(SeatingPlaceRepository) private readonly places: SeatingPlaceRepository,
    @Inject(SeatingRepository) private readonly seatings: SeatingRepository,
    @Inject(TransactionRunner) private readonly transactions: TransactionRunner,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.erasures.add(this);
    this.jobs.register(TASK, () => this.purge());
    this.jobs.schedule(TASK, '25 0 * * *');
  }

  async erased(db: Transaction, registrationId: string): Promise<boolean> {
    await this.places.forget(db, registrationId);
    return false;
  }

  private purge(): Promise<void> {
    const until = new Date(this.clock.now().getTime() - RETENTION.encounter.days * DAY_MS);
    return this.transactions.run((db) => this.seatings.deleteEndedBefore(db, until));
  }
}
