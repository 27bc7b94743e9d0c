import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database, type Db, type Transaction } from '../../../platform/database/index.js';

const idRow = z.object({ id: z.uuid() });
const askerRow = z.object({
  registrationId: z.uuid(),
  eveningId: z.uuid(),
  text: z.string(),
  answer: z.string(),
});
export type FollowedQuestion = z.infer<typeof askerRow>;

/** Who asked and voted: muting, telling, and forgetting in time. */
@Injectable()
export class AskerRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async mute(db: Transaction, questionId: string, registrationId: string, by: string): Promise<void> {
    await db.execute(
      `INSERT INTO question_mutes (question_id, registration_id, muted_by) VALUES ($1, $2, $3)
       ON CONFLICT (question_id) DO NOTHING`,
      [questionId, registrationId, by],
    );
  }

  async unmute(db: Transaction, questionId: string): Promise<void> {
    await db.execute('DELETE FROM question_mutes WHERE question_id = $1', [questionId]);
  }

  /** Undefined when nobody is known to have asked it any more, or does not want to be told. */
  following(questionId: string, db: Db = this.database): Promise<FollowedQuestion | undefined> {
    return db.first(
      askerRow,
      `SELECT asker_id AS "registrationId", evening_id AS "eveningId", text, answer FROM questions
       WHERE id = $1 AND follows AND asker_id IS NOT NULL AND state = 'answered'`,
      [questionId],
    );
  }

  /** Evenings that ended before `until` and of which it is still known who asked or voted. */
  async eveningsToForget(until: Date): Promise<string[]> {
    const rows = await this.database.rows(
      idRow,
      `SELECT e.id FROM evenings e WHERE e.ends_at < $1 AND EXISTS (
         SELECT 1 FROM questions q WHERE q.evening_id = e.id
           AND (q.asker_id IS NOT NULL OR EXISTS (SELECT 1 FROM question_votes v WHERE v.question_id = q.id)))`,
      [until],
    );
    return rows.map(({ id }) => id);
  }

  /** The counts stay, nobody's votes are known any more. */
  async keepCounts(db: Transaction, eveningId: string): Promise<void> {
    await db.execute(
      `UPDATE questions q SET votes_kept = q.votes_kept + (
         SELECT count(DISTINCT v.registration_id) FROM questions x JOIN question_votes v ON v.question_id = x.id
         WHERE x.id = q.id OR x.merged_into_id = q.id)
       WHERE q.evening_id = $1`,
      [eveningId],
    );
    await db.execute(
      'DELETE FROM question_votes v USING questions q WHERE q.id = v.question_id AND q.evening_id = $1',
      [eveningId],
    );
  }

  /** Unlinks who asked, but for those who want to be told of an answer at a table, and those who are muted. How many. */
  forgetAskers(db: Transaction, eveningId: string): Promise<number> {
    return db.execute(
      `UPDATE questions q SET asker_id = NULL
       WHERE q.evening_id = $1 AND q.asker_id IS NOT NULL
         AND NOT (q.follows AND q.for_table_at IS NOT NULL AND q.state <> 'answered')
         AND NOT EXISTS (SELECT 1 FROM question_mutes m WHERE m.registration_id = q.asker_id)`,
      [eveningId],
    );
  }

  async forgetMutes(db: Transaction, endedBefore: Date): Promise<void> {
    await db.execute(
      `DELETE FROM question_mutes m USING questions q, evenings e
       WHERE q.id = m.question_id AND e.id = q.evening_id AND e.ends_at < $1`,
      [endedBefore],
    );
  }

  /** One person is erased: votes and mutes go, questions stay without them. */
  async forget(db: Transaction, registrationId: string): Promise<void> {
    await db.execute('DELETE FROM question_votes WHERE registration_id = $1', [registrationId]);
    await db.execute('DELETE FROM question_mutes WHERE registration_id = $1', [registrationId]);
    await db.execute(
      'UPDATE questions SET asker_id = NULL, with_name = false, follows = false, version = version + 1 WHERE asker_id = $1',
      [registrationId],
    );
  }
}
