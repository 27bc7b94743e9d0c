import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hillo/contracts/access';
import { ownRounds } from '@hillo/domain/matchmaking';
import { fail, ok } from '@hillo/domain/shared';
import { Registrations } from '../../../registration/index.js';
import { SeatingPlaceRepository } from '../../data/seating-place-repository.js';
import { SeatingRepository } from '../../data/seating-repository.js';
import { SeatingSetupRepository } from '../../data/seating-setup-repository.js';

/** One person's tables, once people may see them: first names and affiliations as on badges, never a plan of the hall. */
@Injectable()
export class OwnSeating {
  constructor(
    @Inject(SeatingRepository) private readonly seatings: SeatingRepository,
    @Inject(SeatingSetupRepository) private readonly setups: SeatingSetupRepository,
    @Inject(SeatingPlaceRepository) private readonly places: SeatingPlaceRepository,
    @Inject(Registrations) private readonly registrations: Registrations,
  ) {}

  async read(actor: Actor, registrationId: string) {
    if (actor.role !== 'attendee') return fail('not-found');
    const seating = await this.seatings.ofEvening(actor.eveningId);
    if (!seating?.publishedId) return ok({ seating: null });
    const rounds = ownRounds(await this.places.ofPlan(seating.publishedId), registrationId);
    if (rounds.length === 0) return ok({ seating: null });
    const names = new Map((await this.setups.tables(actor.eveningId)).map(({ id, name }) => [id, name]));
    const company = [...new Set(rounds.flatMap((round) => round.with))];
    const people = new Map((await this.registrations.byIds(company)).map((person) => [person.id, person]));
    return ok({
      seating: {
        held: seating.held,
        rounds: rounds.map((own) => ({
          round: own.round,
          table: names.get(own.table) ?? '',
          with: own.with
            .flatMap((id) => people.get(id) ?? [])
            .filter(({ firstName }) => firstName !== '')
            .map(({ firstName, affiliation, mark, side }) => ({ firstName, affiliation, mark, side })),
        })),
      },
    });
  }
}
