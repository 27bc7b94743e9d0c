import { Inject, Injectable } from '@nestjs/common';
import type { SeatingGuest, SeatingSetup } from '@hillo/domain/matchmaking';
import { foldText } from '@hillo/domain/shared';
import type { Db } from '../../../../platform/database/index.js';
import { type Attendee, Registrations } from '../../../registration/index.js';
import { type Seating, SeatingRepository } from '../../data/seating-repository.js';
import { SeatingSetupRepository } from '../../data/seating-setup-repository.js';

/** What an evening starts with before anybody has planned it. */
export const FRESH = {
  rounds: 3,
  aim: 'mix-sectors',
  crowd: 'coming',
  countsEncounters: true,
} as const satisfies Partial<SeatingSetup>;

/** People and wishes of an evening, as the domain's rules take them. */
@Injectable()
export class EveningSeating {
  constructor(
    @Inject(SeatingRepository) private readonly seatings: SeatingRepository,
    @Inject(SeatingSetupRepository) private readonly setups: SeatingSetupRepository,
    @Inject(Registrations) private readonly registrations: Registrations,
  ) {}

  async setup(eveningId: string, db?: Db): Promise<{ seating: Seating | undefined; setup: SeatingSetup }> {
    const seating = await this.seatings.ofEvening(eveningId, db);
    return { seating, setup: await this.setupOf(eveningId, seating, db) };
  }

  /** Of a row that was read, perhaps under its lock. */
  async setupOf(eveningId: string, seating: Seating | undefined, db?: Db): Promise<SeatingSetup> {
    const { rounds, aim, crowd, countsEncounters } = seating ?? FRESH;
    return { rounds, aim, crowd, countsEncounters, ...(await this.setups.ofEvening(eveningId, db)) };
  }

  /** Everybody of the evening. Who told of access needs is known to the planner only, and asked for only for it. */
  async guests(eveningId: string, forPlanner: boolean, db?: Db): Promise<SeatingGuest[]> {
    const people = await this.registrations.all(eveningId, db);
    const needing = new Set(forPlanner ? await this.registrations.withAccessNeeds(eveningId) : []);
    return people.map((person) => guestOf(person, needing.has(person.id)));
  }
}

export function guestOf(person: Attendee, needsAccess: boolean): SeatingGuest {
  const { id, accompaniesId, sector, side, affiliation, offerTags, needTags, state, checkedInAt } = person;
  const coming = state === 'confirmed';
  return {
    id,
    accompanies: accompaniesId,
    sector,
    side,
    affiliation: foldText(affiliation),
    offers: offerTags.map(foldText),
    needs: needTags.map(foldText),
    needsAccess,
    coming,
    present: coming && checkedInAt !== null,
  };
}
