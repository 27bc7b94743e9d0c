import { Inject, Injectable } from '@nestjs/common';
import type { Parsed } from '@hillo/contracts/endpoint';
import type { paperApi } from '@hillo/contracts/paper';
import { fail, ok } from '@hillo/domain/shared';
import { Clock, newId } from '../../../../platform/clock/index.js';
import { type Operation, Operations, type Transaction } from '../../../../platform/database/index.js';
import { Reserves } from '../../../door/index.js';
import { Registrations } from '../../../registration/index.js';
import { CardRepository } from '../../data/card-repository.js';
import { PromptRepository } from '../../data/prompt-repository.js';

type Asked = Parsed<(typeof paperApi)['POST /api/evenings/:evening/paper-cards']>['body'];

/**
 * Cards go on paper before their people come in: each is made now, hidden, and check-in brings it out unchanged. With the
 * first the prompts lock (product rule 2), so that paper and phone never differ.
 */
@Injectable()
export class SettleCards {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(PromptRepository) private readonly prompts: PromptRepository,
    @Inject(CardRepository) private readonly cards: CardRepository,
    @Inject(Registrations) private readonly registrations: Registrations,
    @Inject(Reserves) private readonly reserves: Reserves,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(operation: Operation, eveningId: string, asked: Asked) {
    return this.operations.once<{ cards: number }, 'nobody-to-print'>(
      operation,
      async (db) => {
        await this.prompts.lockEvening(db, eveningId);
        const cards =
          asked.of === 'reserves'
            ? await this.forReserves(db, eveningId)
            : await this.forPeople(db, eveningId, asked.of === 'chosen' ? asked.registrations : null);
        return cards === 0 ? fail('nobody-to-print') : ok({ id: String(cards) });
      },
      (cards) => Promise.resolve(ok({ cards: Number(cards) })),
    );
  }

  private async forReserves(db: Transaction, eveningId: string): Promise<number> {
    await this.reserves.cardsPrinted(db, eveningId);
    return (await this.reserves.free(eveningId, db)).length;
  }

  private async forPeople(
    db: Transaction,
    eveningId: string,
    chosen: readonly string[] | null,
  ): Promise<number> {
    const people = (await this.registrations.all(eveningId, db)).filter(
      ({ id, state, plays }) => state === 'confirmed' && plays && (chosen === null || chosen.includes(id)),
    );
    const made = people.map(({ id, badgeFrom }) => ({ id: badgeFrom ?? newId(), registrationId: id }));
    await this.cards.settle(db, eveningId, made, this.clock.now());
    return made.length;
  }
}
