import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/index.js';
import { type ErasureListener, ErasureListeners } from '../../registration/index.js';
import { KeptContactRepository } from '../data/kept-contact-repository.js';

/** Somebody is erased: what others kept of their fields goes too. */
@Injectable()
export class ForgetKeptContacts implements ErasureListener, OnModuleInit {
  constructor(
    @Inject(ErasureListeners) private readonly erasures: ErasureListeners,
    @Inject(KeptContactRepository) private readonly kept: KeptContactRepository,
  ) {}

  onModuleInit(): void {
    this.erasures.add(this);
  }

  async erased(db: Transaction, registrationId: string): Promise<boolean> {
    await this.kept.deleteOf(db, registrationId);
    return false;
  }
}
