import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database, type Db, type Transaction } from '../../../platform/database/index.js';

const reserveRow = z.object({
  id: z.uuid(),
  spokenCode: z.string(),
  badgeHash: z.string(),
  isBound: z.boolean(),
});
/** A badge that was printed ahead, as it is stored. */
export type StoredReserve = z.infer<typeof reserveRow>;

const RESERVE = `SELECT id, spoken_code AS "spokenCode", badge_hash AS "badgeHash", bound_at IS NOT NULL AS "isBound"
  FROM badge_reserves WHERE evening_id = $1`;

const countRow = z.object({ total: z.coerce.number(), free: z.coerce.number() });

/** By what somebody names a badge: the hash of its QR's token, or its six digits. */
export type ReserveKey = { readonly badgeHash: string } | { readonly spokenCode: string };

@Injectable()
export class ReserveRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Holds the reserve until the transaction ends: of two doors that give one badge away the second sees what the first did. */
  lock(db: Transaction, eveningId: string, key: ReserveKey): Promise<StoredReserve | undefined> {
    return this.find(db, eveningId, key, 'FOR UPDATE');
  }

  byKey(db: Db, eveningId: string, key: ReserveKey): Promise<StoredReserve | undefined> {
    return this.find(db, eveningId, key, '');
  }

  async bind(db: Transaction, id: string, to: string, at: Date, by: string): Promise<void> {
    await db.execute(
      'UPDATE badge_reserves SET bound_to_id = $2, bound_at = $3, bound_by = $4 WHERE id = $1',
      [id, to, at, by],
    );
  }

  /** Those that are nobody's yet, by code. */
  free(eveningId: string, db: Db = this.database): Promise<StoredReserve[]> {
    return db.rows(reserveRow, `${RESERVE} AND bound_at IS NULL ORDER BY spoken_code`, [eveningId]);
  }

  async count(eveningId: string, db: Db = this.database): Promise<z.infer<typeof countRow>> {
    const row = await db.first(
      countRow,
      `SELECT count(*) AS total, count(*) FILTER (WHERE bound_at IS NULL) AS free
       FROM badge_reserves WHERE evening_id = $1`,
      [eveningId],
    );
    return row ?? { total: 0, free: 0 };
  }

  /** Every code of this evening, of people and of badges printed ahead. Call it under the evening's lock. */
  async takenCodes(db: Transaction, eveningId: string): Promise<ReadonlySet<string>> {
    const rows = await db.rows(
      z.object({ code: z.string() }),
      `SELECT spoken_code AS code FROM badge_reserves WHERE evening_id = $1
       UNION SELECT spoken_code FROM registrations WHERE evening_id = $1`,
      [eveningId],
    );
    return new Set(rows.map(({ code }) => code));
  }

  async insert(
    db: Transaction,
    eveningId: string,
    made: readonly Omit<StoredReserve, 'isBound'>[],
    at: Date,
  ): Promise<void> {
    await db.execute(
      `INSERT INTO badge_reserves (id, evening_id, spoken_code, badge_hash, created_at)
       SELECT m.id, $1, m.code, m.hash, $2
       FROM unnest($3::uuid[], $4::text[], $5::text[]) AS m (id, code, hash)`,
      [
        eveningId,
        at,
        made.map(({ id }) => id),
        made.map(({ spokenCode }) => spokenCode),
        made.map(({ badgeHash }) => badgeHash),
      ],
    );
  }

  /** The cards beside the free badges go on paper. */
  async cardsPrinted(db: Transaction, eveningId: string, at: Date): Promise<void> {
    await db.execute(
      `UPDATE badge_reserves SET cards_printed_at = $2
       WHERE evening_id = $1 AND bound_at IS NULL AND cards_printed_at IS NULL`,
      [eveningId, at],
    );
  }

  /** Hashes of those that were somebody's and are not any more: replaced by another, or the person is gone. */
  async voidHashes(eveningId: string): Promise<string[]> {
    const rows = await this.database.rows(
      z.object({ hash: z.string() }),
      `SELECT b.badge_hash AS hash FROM badge_reserves b WHERE b.evening_id = $1 AND b.bound_at IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM registrations r WHERE r.badge_from = b.id)`,
      [eveningId],
    );
    return rows.map(({ hash }) => hash);
  }

  private find(db: Db, eveningId: string, key: ReserveKey, lock: '' | 'FOR UPDATE') {
    const [column, value] =
      'badgeHash' in key
        ? (['badge_hash', key.badgeHash] as const)
        : (['spoken_code', key.spokenCode] as const);
    return db.first(reserveRow, `${RESERVE} AND ${column} = $2 ${lock}`, [eveningId, value]);
  }
}
