import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { newId } from '../../../platform/clock/index.js';
import { Database, type Transaction } from '../../../platform/database/index.js';

export const NOTICE_KINDS = ['changed', 'cancelled', 'reminder'] as const;

const beforeSchema = z.object({
  startsAt: z.coerce.date(),
  endsAt: z.coerce.date(),
  timeZone: z.string(),
  place: z.string(),
});

const noticeRow = z.object({
  id: z.uuid(),
  eveningId: z.uuid(),
  kind: z.enum(NOTICE_KINDS),
  changes: z.array(z.string()),
  before: beforeSchema,
  words: z.string(),
});
export type EveningNotice = z.infer<typeof noticeRow>;

/** Words to everybody registered and waiting. */
@Injectable()
export class NoticeRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async insert(db: Transaction, notice: Omit<EveningNotice, 'id'>, now: Date): Promise<string> {
    const id = newId();
    await db.execute(
      `INSERT INTO evening_notices (id, evening_id, kind, changes, before, words, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, notice.eveningId, notice.kind, notice.changes, JSON.stringify(notice.before), notice.words, now],
    );
    return id;
  }

  byId(id: string): Promise<EveningNotice | undefined> {
    return this.database.first(
      noticeRow,
      `SELECT id, evening_id AS "eveningId", kind, changes, before, words FROM evening_notices WHERE id = $1`,
      [id],
    );
  }

  /** Registrations that can be written to: not cancelled, with an address. */
  async readers(eveningId: string, states: readonly string[]): Promise<string[]> {
    const rows = await this.database.rows(
      z.object({ id: z.uuid() }),
      `SELECT id FROM registrations WHERE evening_id = $1 AND email IS NOT NULL AND state = ANY($2)
       ORDER BY queue_number, id`,
      [eveningId, states],
    );
    return rows.map((row) => row.id);
  }
}
