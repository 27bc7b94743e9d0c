import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/index.js';
import { type ErasureListener, ErasureListeners } from '../../registration/index.js';
import { TicketRepository } from '../data/ticket-repository.js';

/** Somebody is erased: nobody knows any more which ticket was theirs. The lists and proofs stay as they were frozen. */
@Injectable()
export class ForgetTicketHolder implements ErasureListener, OnModuleInit {
  constructor(
    @Inject(ErasureListeners) private readonly erasures: ErasureListeners,
    @Inject(TicketRepository) private readonly tickets: TicketRepository,
  ) {}

  onModuleInit(): void {
    this.erasures.add(this);
  }

  async erased(db: Transaction, registrationId: string): Promise<boolean> {
    return (await this.tickets.forgetHolder(db, registrationId)) > 0;
  }
}
