import { Inject, Injectable } from '@nestjs/common';
import { DoorActRepository } from '../data/door-act-repository.js';

/** What those are called who act for others: at the door, or typing in from paper. */
@Injectable()
export class ActorNames {
  constructor(@Inject(DoorActRepository) private readonly acts: DoorActRepository) {}

  /** By actor key; who is gone is missing. Without keys nothing is asked. */
  async of(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return keys.length === 0 ? new Map() : this.acts.names(keys);
  }
}
