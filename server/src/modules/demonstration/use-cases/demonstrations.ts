import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../../platform/clock/index.js';
import type { Transaction } from '../../../platform/database/index.js';
import { type Demonstration, DemonstrationRepository } from '../data/demonstration-repository.js';

/** What the loader of the demonstration asks and tells. */
@Injectable()
export class Demonstrations {
  constructor(@Inject(DemonstrationRepository) private readonly demonstrations: DemonstrationRepository) {}

  /** The demonstration in this database, until somebody removed it. */
  current(): Promise<Demonstration | undefined> {
    return this.demonstrations.current();
  }

  /** Whether one may be loaded now: nothing is here, and none was removed from here. Locks out other loaders. */
  mayLoad(db: Transaction): Promise<boolean> {
    return this.demonstrations.isEmpty(db);
  }

  async record(db: Transaction, loaded: Omit<Demonstration, 'id'>): Promise<void> {
    await this.demonstrations.insert(db, { id: newId(), ...loaded });
  }
}
