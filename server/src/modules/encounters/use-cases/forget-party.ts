import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import type { Transaction } from '../../../platform/database/index.js';
import { type ErasureListener, ErasureListeners } from '../../registration/index.js';
import { EncounterRepository } from '../data/encounter-repository.js';
import { Encounters } from './encounters.js';

/** Somebody is erased: their notes and every yes of theirs go, the meetings stay with the others, who wrote them too. */
@Injectable()
export class ForgetParty implements ErasureListener, OnModuleInit {
  constructor(
    @Inject(ErasureListeners) private readonly erasures: ErasureListeners,
    @Inject(EncounterRepository) private readonly repository: EncounterRepository,
    @Inject(Encounters) private readonly encounters: Encounters,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.erasures.add(this);
  }

  async erased(db: Transaction, registrationId: string): Promise<boolean> {
    await this.repository.lockAllOf(db, registrationId);
    const pairs = await this.repository.ofRegistrations([registrationId], db);
    await this.repository.forgetParty(db, registrationId, this.clock.now());
    for (const pair of pairs) this.encounters.tellBoth(db, pair, 'sharing');
    return pairs.length > 0;
  }
}
