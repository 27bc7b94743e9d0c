import { Inject, Injectable } from '@nestjs/common';
import { dropEncounter, markFor } from '@hillo/domain/bingo';
import { fail, ok, type Outcome } from '@hillo/domain/shared';
import { Clock } from '../../../../platform/clock/index.js';
import { type Operation, Operations } from '../../../../platform/database/index.js';
import { Encounters } from '../../../encounters/index.js';
import { toDomain } from '../../data/card-rows.js';
import { CardRepository } from '../../data/card-repository.js';
import { PulseTicker } from '../../../pulse/index.js';
import { type Meeting, Meetings } from '../meeting/meetings.js';

/**
 * Either party removes the meeting (product rule 3): the remover's own square is emptied, the other's stays filled
 * without a name. Here and not in encounters, because the own card is locked before the pair.
 */
@Injectable()
export class RemoveEncounter {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(Meetings) private readonly meetings: Meetings,
    @Inject(Encounters) private readonly encounters: Encounters,
    @Inject(CardRepository) private readonly cards: CardRepository,
    @Inject(PulseTicker) private readonly pulse: PulseTicker,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(operation: Operation, me: string, eveningId: string, encounterId: string) {
    const outcome = await this.operations.onceLoaded<Meeting | undefined, null, 'not-found'>(
      operation,
      (db) => this.meetings.lock(db, me, { encounterId }),
      async (db, meeting) => {
        if (!meeting?.pair) return fail('not-found');
        const removed = await this.encounters.remove(db, me, encounterId);
        if (!removed.ok) return removed;
        const { card } = meeting;
        const before = card && toDomain(card);
        if (removed.value && card && before && markFor(before, encounterId)) {
          const after = dropEncounter(before, encounterId, 'owner', { frozen: card.frozen });
          const write = { id: card.id, ticket: after.ticket, now: this.clock.now() };
          if (!markFor(after.card, encounterId)) await this.cards.takeBack(db, write, encounterId);
        }
        return ok({ id: encounterId, answer: null });
      },
      async (): Promise<Outcome<null, never>> => ok(null),
    );
    if (outcome.ok) this.pulse.touch(eveningId);
    return outcome;
  }
}
