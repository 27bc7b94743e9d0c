import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database, type Db, type Transaction } from '../../../platform/database/index.js';
import type { Registration } from './rows.js';

/** A registration to be stored, with the hashes of its links and the keys it is found by. */
export interface NewRegistration extends Registration {
  readonly searchKey: string;
  readonly personKey: string;
  readonly personalHash: string;
  readonly badgeHash: string;
}

/** Columns that may change after a registration was made; keys must be sent along with what they are made from. */
export type RegistrationChanges = Partial<
  Omit<NewRegistration, 'id' | 'eveningId' | 'kind' | 'accompaniesId' | 'createdAt' | 'source'>
>;

function column(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** A party that waits, in the strict order of the queue. */
const waitingRow = z.object({ id: z.uuid(), seats: z.coerce.number() });
/** Made once: a schema is compiled at its first row, and one made at each call would be so only for who is known (T40). */
const idRow = z.object({ id: z.uuid() });
const badgeRow = z.object({ eveningId: z.uuid() });
const nextRow = z.object({ next: z.coerce.number() });
const seatsRow = z.object({ seats: z.coerce.number() });

/** Writes of registrations, and the queue. */
@Injectable()
export class RegistrationRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** False when the spoken code is taken in this evening; try again with another. */
  async insert(db: Transaction, registration: NewRegistration): Promise<boolean> {
    const names = Object.keys(registration);
    const count = await db.execute(
      `INSERT INTO registrations (${names.map(column).join(', ')})
       VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})
       ON CONFLICT (evening_id, spoken_code) DO NOTHING`,
      Object.values(registration),
    );
    return count === 1;
  }

  async update(db: Transaction, ids: readonly string[], changes: RegistrationChanges): Promise<void> {
    const names = Object.keys(changes);
    if (names.length === 0 || ids.length === 0) return;
    const assignments = names.map((name, index) => `${column(name)} = $${index + 2}`);
    await db.execute(`UPDATE registrations SET ${assignments.join(', ')} WHERE id = ANY($1)`, [
      ids,
      ...Object.values(changes),
    ]);
  }

  async delete(db: Transaction, id: string): Promise<void> {
    await db.execute('DELETE FROM registrations WHERE id = $1', [id]);
  }

  /** The next place in the queue; call it under the evening's lock. */
  async nextQueueNumber(db: Transaction, eveningId: string): Promise<number> {
    const row = await db.first(
      nextRow,
      `SELECT coalesce(max(queue_number), 0) + 1 AS next FROM registrations WHERE evening_id = $1`,
      [eveningId],
    );
    return row?.next ?? 1;
  }

  /** Parties that wait, the head first, with their seats; call it under the evening's lock. */
  queue(db: Db, eveningId: string) {
    return db.rows(
      waitingRow,
      `SELECT coalesce(accompanies_id, id) AS id, count(*) AS seats
       FROM registrations WHERE evening_id = $1 AND state = 'waiting'
       GROUP BY 1 ORDER BY min(queue_number), 1`,
      [eveningId],
    );
  }

  /** Seats of the parties that wait before this place in the queue. */
  async seatsBefore(eveningId: string, queueNumber: number): Promise<number> {
    const row = await this.database.first(
      seatsRow,
      `SELECT count(*) AS seats FROM registrations
       WHERE evening_id = $1 AND state = 'waiting' AND queue_number < $2`,
      [eveningId, queueNumber],
    );
    return row?.seats ?? 0;
  }

  async eveningOfBadge(badgeHash: string): Promise<string | undefined> {
    const row = await this.database.first(
      badgeRow,
      'SELECT evening_id AS "eveningId" FROM registrations WHERE badge_hash = $1',
      [badgeHash],
    );
    return row?.eveningId;
  }

  /** People with this address at the evening who have not cancelled: those to whom a link can be sent again. */
  async idsByEmail(eveningId: string, emailKey: string): Promise<string[]> {
    const rows = await this.database.rows(
      idRow,
      `SELECT id FROM registrations WHERE evening_id = $1 AND email_key = $2 AND state <> 'cancelled'
       ORDER BY queue_number, id LIMIT 50`,
      [eveningId, emailKey],
    );
    return rows.map((row) => row.id);
  }
}
