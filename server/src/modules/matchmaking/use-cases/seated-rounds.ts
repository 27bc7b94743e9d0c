import { Inject, Injectable } from '@nestjs/common';
import type { Db } from '../../../platform/database/index.js';
import { SeatingPlaceRepository } from '../data/seating-place-repository.js';
import { SeatingRepository } from '../data/seating-repository.js';
import { SeatingSetupRepository } from '../data/seating-setup-repository.js';

/** How many sit where. */
export interface SeatedTable {
  readonly name: string;
  readonly people: number;
}

/** The rounds that people see, in figures: what the stage may show of a seating. */
@Injectable()
export class SeatedRounds {
  constructor(
    @Inject(SeatingRepository) private readonly seatings: SeatingRepository,
    @Inject(SeatingSetupRepository) private readonly setups: SeatingSetupRepository,
    @Inject(SeatingPlaceRepository) private readonly places: SeatingPlaceRepository,
  ) {}

  /** `block`: the part of the programme that they belong to. Nothing before the plan is published. */
  async ofEvening(
    eveningId: string,
    db?: Db,
  ): Promise<{ readonly block: string | null; readonly rounds: readonly (readonly SeatedTable[])[] }> {
    const seating = await this.seatings.ofEvening(eveningId, db);
    if (!seating?.publishedId) return { block: null, rounds: [] };
    const rounds = await this.places.ofPlan(seating.publishedId, db);
    const tables = await this.setups.tables(eveningId, db);
    return {
      block: seating.blockId,
      rounds: rounds.map((seated) =>
        tables.flatMap(({ id, name }) => {
          const people = seated[id]?.length ?? 0;
          return people === 0 ? [] : [{ name, people }];
        }),
      ),
    };
  }
}
