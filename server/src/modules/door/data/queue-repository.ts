import { Inject, Injectable } from '@nestjs/common';
import type { HeardQueue } from '@hillo/domain/door';
import { z } from 'zod';
import { Database, type Transaction } from '../../../platform/database/index.js';

const queueRow = z.object({
  actor: z.string(),
  last: z.number(),
  missing: z.array(z.number()),
  lost: z.number(),
  restarts: z.number(),
});
const COLUMNS = 'actor, last, missing, lost, restarts';

/** The counted queues of the phones of a door. */
@Injectable()
export class QueueRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Makes the row when it is missing, and locks it. */
  async lock(
    db: Transaction,
    eveningId: string,
    actor: string,
    fresh: HeardQueue,
    now: Date,
  ): Promise<HeardQueue> {
    await db.execute(
      `INSERT INTO door_queues (evening_id, actor, last, missing, lost, restarts, heard_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (evening_id, actor) DO NOTHING`,
      [eveningId, actor, fresh.last, fresh.missing, fresh.lost, fresh.restarts, now],
    );
    const row = await db.first(
      queueRow,
      `SELECT ${COLUMNS} FROM door_queues WHERE evening_id = $1 AND actor = $2 FOR UPDATE`,
      [eveningId, actor],
    );
    return row ?? fresh;
  }

  async save(
    db: Transaction,
    eveningId: string,
    actor: string,
    { last, missing, lost, restarts }: HeardQueue,
    now: Date,
  ): Promise<void> {
    await db.execute(
      `UPDATE door_queues SET last = $3, missing = $4, lost = $5, restarts = $6, heard_at = $7
       WHERE evening_id = $1 AND actor = $2`,
      [eveningId, actor, last, missing, lost, restarts, now],
    );
  }

  /** Of phones that lost entries or began to count anew. */
  withGaps(eveningId: string): Promise<z.infer<typeof queueRow>[]> {
    return this.database.rows(
      queueRow,
      `SELECT ${COLUMNS} FROM door_queues
       WHERE evening_id = $1 AND (restarts > 0 OR lost > 0 OR missing <> '{}') ORDER BY actor`,
      [eveningId],
    );
  }
}
