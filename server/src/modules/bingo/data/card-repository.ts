import { Inject, Injectable } from '@nestjs/common';
import type { Square, TicketChange } from '@hillo/domain/bingo';
import { z } from 'zod';
import { Database, type Db, type Transaction } from '../../../platform/database/index.js';

const TICKET = `ticket_since = CASE $3 WHEN 'gained' THEN $4::timestamptz WHEN 'lost' THEN NULL ELSE ticket_since END`;

const ticketRow = z.object({ registrationId: z.uuid(), since: z.date() });
/** Somebody whose card has a full row. */
export type TicketHolder = z.infer<typeof ticketRow>;

const squaresRow = z.object({ id: z.uuid(), squares: z.array(z.number()), ticket: z.boolean() });

/** Cards: issued, hidden, changed, frozen. */
@Injectable()
export class CardRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Issues the card of somebody who plays, or brings the hidden one back unchanged. A frozen evening issues frozen ones. */
  async issue(db: Transaction, id: string, registrationId: string, now: Date): Promise<void> {
    await db.execute(
      `INSERT INTO cards (id, evening_id, registration_id, issued_at, frozen_at)
       SELECT coalesce(r.badge_from, $1), r.evening_id, r.id, $3,
              (SELECT o.frozen_at FROM cards o WHERE o.evening_id = r.evening_id AND o.frozen_at IS NOT NULL LIMIT 1)
       FROM registrations r WHERE r.id = $2 AND r.plays
       ON CONFLICT (registration_id) DO UPDATE SET hidden_at = NULL`,
      [id, registrationId, now],
    );
  }

  /** Gives an empty card the id that seeds another order; false when there is none or something is on it. */
  async reorder(db: Transaction, registrationId: string, id: string): Promise<boolean> {
    // First the lock, then the look: whoever put a mark on it meanwhile is seen.
    await db.execute('SELECT 1 FROM cards WHERE registration_id = $1 FOR UPDATE', [registrationId]);
    const changed = await db.execute(
      `UPDATE cards SET id = $2, rev = rev + 1
       WHERE registration_id = $1 AND NOT EXISTS (SELECT 1 FROM marks WHERE card_id = cards.id)`,
      [registrationId, id],
    );
    return changed === 1;
  }

  /** Makes hidden cards of those who have none, frozen if the evening is; others stay as they are. */
  async settle(
    db: Transaction,
    eveningId: string,
    cards: readonly { readonly id: string; readonly registrationId: string }[],
    now: Date,
  ): Promise<void> {
    await db.execute(
      `INSERT INTO cards (id, evening_id, registration_id, issued_at, hidden_at, frozen_at)
       SELECT m.id, $1, m.registration_id, $2, $2,
              (SELECT o.frozen_at FROM cards o WHERE o.evening_id = $1 AND o.frozen_at IS NOT NULL LIMIT 1)
       FROM unnest($3::uuid[], $4::uuid[]) AS m (id, registration_id)
       ON CONFLICT (registration_id) DO NOTHING`,
      [eveningId, now, cards.map(({ id }) => id), cards.map(({ registrationId }) => registrationId)],
    );
  }

  /** The ids of the evening's cards by their owners, hidden ones too. */
  async idsOf(eveningId: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.rows(
      z.object({ id: z.uuid(), registrationId: z.uuid() }),
      'SELECT id, registration_id AS "registrationId" FROM cards WHERE evening_id = $1',
      [eveningId],
    );
    return new Map(rows.map(({ id, registrationId }) => [registrationId, id]));
  }

  async hide(db: Transaction, registrationId: string, now: Date): Promise<void> {
    await db.execute('UPDATE cards SET hidden_at = $2 WHERE registration_id = $1 AND hidden_at IS NULL', [
      registrationId,
      now,
    ]);
  }

  /** Lock the card first. */
  async move(db: Transaction, card: CardWrite, encounterId: string, to: Square): Promise<void> {
    await db.execute(
      `WITH moved AS (UPDATE marks SET square = $5 WHERE card_id = $1 AND encounter_id = $2)
       UPDATE cards SET rev = rev + 1, ${TICKET} WHERE id = $1`,
      [card.id, encounterId, card.ticket, card.now, to],
    );
  }

  /** Lock the card first. */
  async takeBack(db: Transaction, card: CardWrite, encounterId: string): Promise<void> {
    await db.execute(
      `WITH gone AS (DELETE FROM marks WHERE card_id = $1 AND encounter_id = $2)
       UPDATE cards SET rev = rev + 1, ${TICKET} WHERE id = $1`,
      [card.id, encounterId, card.ticket, card.now],
    );
  }

  /** A card that lies beside a badge printed ahead counts as soon as it is on paper. */
  async anyIssued(db: Db, eveningId: string): Promise<boolean> {
    const rows = await db.rows(
      z.object({}),
      `(SELECT 1 FROM cards WHERE evening_id = $1 LIMIT 1) UNION ALL
       (SELECT 1 FROM badge_reserves WHERE evening_id = $1 AND cards_printed_at IS NOT NULL LIMIT 1)`,
      [eveningId],
    );
    return rows.length > 0;
  }

  tickets(eveningId: string, db: Db = this.database): Promise<TicketHolder[]> {
    return db.rows(
      ticketRow,
      `SELECT registration_id AS "registrationId", ticket_since AS since FROM cards
       WHERE evening_id = $1 AND ticket_since IS NOT NULL AND hidden_at IS NULL ORDER BY registration_id`,
      [eveningId],
    );
  }

  async hasTicket(registrationId: string, db: Db = this.database): Promise<boolean> {
    const rows = await db.rows(
      z.object({}),
      'SELECT 1 FROM cards WHERE registration_id = $1 AND ticket_since IS NOT NULL AND hidden_at IS NULL',
      [registrationId],
    );
    return rows.length > 0;
  }

  /** Waits for every change of a square that is under way, then lets no ticket change. */
  async freeze(db: Transaction, eveningId: string, now: Date): Promise<void> {
    await this.lockAll(db, eveningId);
    await db.execute('UPDATE cards SET frozen_at = $2 WHERE evening_id = $1', [eveningId, now]);
  }

  /** The evening's cards with their filled squares, locked. */
  async squares(db: Transaction, eveningId: string) {
    await this.lockAll(db, eveningId);
    return db.rows(
      squaresRow,
      `SELECT c.id, coalesce(array_agg(m.square) FILTER (WHERE m.square IS NOT NULL), '{}') AS squares,
              c.ticket_since IS NOT NULL AS ticket
       FROM cards c LEFT JOIN marks m ON m.card_id = c.id WHERE c.evening_id = $1 GROUP BY c.id`,
      [eveningId],
    );
  }

  /** Ends the freeze; cards named gain or lose their ticket. */
  async thaw(db: Transaction, eveningId: string, change: { gained: string[]; lost: string[] }, now: Date) {
    await db.execute(
      `UPDATE cards SET frozen_at = NULL,
              ticket_since = CASE WHEN id = ANY($2) THEN $4::timestamptz WHEN id = ANY($3) THEN NULL ELSE ticket_since END
       WHERE evening_id = $1`,
      [eveningId, change.gained, change.lost, now],
    );
  }

  private async lockAll(db: Transaction, eveningId: string): Promise<void> {
    await db.execute('SELECT 1 FROM cards WHERE evening_id = $1 ORDER BY id FOR NO KEY UPDATE', [eveningId]);
  }
}

export interface CardWrite {
  readonly id: string;
  readonly ticket: TicketChange;
  readonly now: Date;
}
