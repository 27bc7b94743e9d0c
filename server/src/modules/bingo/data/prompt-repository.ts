import { Inject, Injectable } from '@nestjs/common';
import { isDefaultPrompt, type Prompt } from '@hillo/domain/bingo';
import { Database, type Db, type Transaction } from '../../../platform/database/index.js';
import { promptRow, promptsOf } from './card-rows.js';

/** An evening's nine prompts. */
@Injectable()
export class PromptRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async ofEvening(eveningId: string, db: Db = this.database): Promise<readonly Prompt[]> {
    const rows = await db.rows(
      promptRow,
      `SELECT position, key, title, starter, is_coloured AS coloured FROM bingo_prompts
       WHERE evening_id = $1 ORDER BY position`,
      [eveningId],
    );
    return promptsOf(rows);
  }

  /** Two organisers who edit at once wait for each other. */
  async lockEvening(db: Transaction, eveningId: string): Promise<void> {
    await db.execute('SELECT 1 FROM evenings WHERE id = $1 FOR NO KEY UPDATE', [eveningId]);
  }

  async replace(db: Transaction, eveningId: string, prompts: readonly Prompt[]): Promise<void> {
    const words = (part: 'title' | 'starter') =>
      prompts.map(({ wordings }) =>
        JSON.stringify(
          Object.fromEntries(Object.entries(wordings).map(([locale, wording]) => [locale, wording[part]])),
        ),
      );
    await db.execute(
      `INSERT INTO bingo_prompts (evening_id, position, key, title, starter, is_coloured)
       SELECT $1, p.nth - 1, p.key, p.title, p.starter, p.coloured
       FROM unnest($2::text[], $3::jsonb[], $4::jsonb[], $5::boolean[])
            WITH ORDINALITY AS p (key, title, starter, coloured, nth)
       ON CONFLICT (evening_id, position) DO UPDATE
       SET key = excluded.key, title = excluded.title, starter = excluded.starter, is_coloured = excluded.is_coloured`,
      [
        eveningId,
        prompts.map(({ id }) => (isDefaultPrompt(id) ? id : null)),
        words('title'),
        words('starter'),
        prompts.map(({ coloured }) => coloured),
      ],
    );
  }
}
