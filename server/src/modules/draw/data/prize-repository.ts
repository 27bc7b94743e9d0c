import { Inject, Injectable } from '@nestjs/common';
import { type Prize, PRIZE_KINDS } from '@hillo/domain/draw';
import { z } from 'zod';
import { Database, type Db } from '../../../platform/database/index.js';

const prizeRow = z.object({ kind: z.enum(PRIZE_KINDS), words: z.string() });

/** The list of prizes of an evening, for its next draw. */
@Injectable()
export class PrizeRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  ofEvening(eveningId: string, db: Db = this.database): Promise<Prize[]> {
    return db.rows(prizeRow, 'SELECT kind, words FROM prizes WHERE evening_id = $1 ORDER BY position', [
      eveningId,
    ]);
  }

  async replace(db: Db, eveningId: string, prizes: readonly (Prize & { id: string })[]): Promise<void> {
    await db.execute('DELETE FROM prizes WHERE evening_id = $1', [eveningId]);
    await db.execute(
      `INSERT INTO prizes (id, evening_id, position, kind, words)
       SELECT id, $1, ordinality - 1, kind, words
       FROM unnest($2::uuid[], $3::text[], $4::text[]) WITH ORDINALITY AS p (id, kind, words, ordinality)`,
      [
        eveningId,
        prizes.map(({ id }) => id),
        prizes.map(({ kind }) => kind),
        prizes.map(({ words }) => words),
      ],
    );
  }
}
