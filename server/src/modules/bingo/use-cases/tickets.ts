import { Inject, Injectable } from '@nestjs/common';
import { isSquare, rowsOf } from '@hillo/domain/bingo';
import { Clock } from '../../../platform/clock/index.js';
import type { Db, Transaction } from '../../../platform/database/index.js';
import { CardRepository, type TicketHolder } from '../data/card-repository.js';

/** What the draw asks of bingo: who has a full row, now or at the freeze (product rules 2 and 7). */
@Injectable()
export class Tickets {
  constructor(
    @Inject(CardRepository) private readonly cards: CardRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Who has a ticket now, without a lock: for figures. */
  ofEvening(eveningId: string, db?: Db): Promise<readonly TicketHolder[]> {
    return this.cards.tickets(eveningId, db);
  }

  /** For the own page. */
  has(registrationId: string, db?: Db): Promise<boolean> {
    return this.cards.hasTicket(registrationId, db);
  }

  /**
   * The draw's freeze, in the draw's own transaction: waits for the changes of squares that are under way, freezes every
   * card and tells who has a ticket. A change that waited for its card sees the freeze when it gets the lock; until this
   * transaction ends no ticket can come or go.
   */
  async freeze(db: Transaction, eveningId: string): Promise<readonly TicketHolder[]> {
    await this.cards.freeze(db, eveningId, this.clock.now());
    return this.cards.tickets(eveningId, db);
  }

  /** The draw was voided: squares change again, and rows filled since the freeze have their ticket. */
  async thaw(db: Transaction, eveningId: string): Promise<void> {
    const cards = await this.cards.squares(db, eveningId);
    const hasRow = (squares: readonly number[]) => rowsOf(new Set(squares.filter(isSquare))).length > 0;
    const changed = (hadTicket: boolean) =>
      cards
        .filter(({ ticket, squares }) => ticket === hadTicket && hasRow(squares) !== hadTicket)
        .map(({ id }) => id);
    await this.cards.thaw(db, eveningId, { gained: changed(false), lost: changed(true) }, this.clock.now());
  }
}
