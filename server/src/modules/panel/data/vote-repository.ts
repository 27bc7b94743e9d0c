import { Inject, Injectable } from '@nestjs/common';
import { PANEL_PHASES, QUESTION_STATES } from '@hillo/domain/panel';
import { z } from 'zod';
import { Database, type Db, prepared, type Transaction } from '../../../platform/database/index.js';

const targetRow = z.object({
  /** The question that counts the vote: what it was merged into, or itself. */
  root: z.uuid(),
  state: z.enum(QUESTION_STATES),
  isOwn: z.boolean(),
  isRunning: z.boolean(),
  isCheckedIn: z.boolean(),
  phase: z.enum(PANEL_PHASES),
});
export type VoteTarget = z.infer<typeof targetRow>;

const countRow = z.object({ id: z.uuid(), votes: z.coerce.number() });

const TARGET = prepared(
  'vote-target',
  `SELECT t.id AS root, t.state, t.asker_id IS NOT DISTINCT FROM r.id AS "isOwn", e.state = 'running' AS "isRunning",
          r.checked_in_at IS NOT NULL AS "isCheckedIn", coalesce(p.phase, 'collecting') AS phase
   FROM questions q
   JOIN questions t ON t.id = coalesce(q.merged_into_id, q.id)
   JOIN evenings e ON e.id = q.evening_id
   JOIN registrations r ON r.id = $3 AND r.evening_id = e.id
   LEFT JOIN panels p ON p.evening_id = e.id
   WHERE q.id = $2 AND q.evening_id = $1`,
);
const VOTE = prepared(
  'vote',
  'INSERT INTO question_votes (question_id, registration_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
);
const TAKE_BACK = prepared(
  'vote-take-back',
  `DELETE FROM question_votes v USING questions q
   WHERE v.registration_id = $2 AND v.question_id = q.id AND (q.id = $1 OR q.merged_into_id = $1)`,
);
const COUNTS = prepared(
  'vote-counts',
  `SELECT t.id, t.votes_kept + count(DISTINCT v.registration_id) AS votes
   FROM questions t
   LEFT JOIN (
     SELECT id, coalesce(merged_into_id, id) AS root FROM questions
     WHERE id = ANY($1) OR merged_into_id = ANY($1)) x ON x.root = t.id
   LEFT JOIN question_votes v ON v.question_id = x.id
   WHERE t.id = ANY($1) AND t.state = ANY($2) GROUP BY t.id`,
);

const TOLD = prepared(
  'votes-told',
  `UPDATE questions q SET told_votes = c.votes FROM unnest($1::uuid[], $2::int[]) AS c (id, votes) WHERE q.id = c.id`,
);
const UNTOLD = prepared(
  'votes-untold',
  `SELECT t.evening_id AS "eveningId", t.id FROM questions t
   WHERE t.evening_id = ANY($1) AND t.state = ANY($2) AND t.told_votes <> t.votes_kept + (
     SELECT count(DISTINCT v.registration_id) FROM questions x JOIN question_votes v ON v.question_id = x.id
     WHERE x.id = t.id OR x.merged_into_id = t.id)`,
);

/** Votes; the primary key makes a person's vote one, and no vote locks what others vote for. */
@Injectable()
export class VoteRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Undefined for a question of another evening. */
  target(db: Db, eveningId: string, questionId: string, me: string): Promise<VoteTarget | undefined> {
    return db.first(targetRow, TARGET, [eveningId, questionId, me]);
  }

  async add(db: Transaction, root: string, me: string): Promise<void> {
    await db.execute(VOTE, [root, me]);
  }

  /** Also from what was merged into it: the person took back their one vote. */
  async remove(db: Transaction, root: string, me: string): Promise<void> {
    await db.execute(TAKE_BACK, [root, me]);
  }

  /** By id, with the votes of what was merged into them; ids in other states are missing. */
  async counts(
    ids: readonly string[],
    states: readonly string[],
    db: Db = this.database,
  ): Promise<Readonly<Record<string, number>>> {
    const rows = await db.rows(countRow, COUNTS, [ids, states]);
    return Object.fromEntries(rows.map(({ id, votes }) => [id, votes]));
  }

  /** Phones were told these counts. */
  async told(db: Transaction, counts: Readonly<Record<string, number>>): Promise<void> {
    await db.execute(TOLD, [Object.keys(counts), Object.values(counts)]);
  }

  /** Questions of these evenings whose count is not the one that phones were told. */
  async untold(
    evenings: readonly string[],
    states: readonly string[],
  ): Promise<readonly { readonly eveningId: string; readonly id: string }[]> {
    return this.database.rows(z.object({ eveningId: z.uuid(), id: z.uuid() }), UNTOLD, [evenings, states]);
  }

  /** Roots that this person voted for. */
  async of(me: string, db: Db = this.database): Promise<string[]> {
    const rows = await db.rows(
      z.object({ id: z.uuid() }),
      `SELECT DISTINCT coalesce(q.merged_into_id, q.id) AS id FROM question_votes v
       JOIN questions q ON q.id = v.question_id WHERE v.registration_id = $1`,
      [me],
    );
    return rows.map(({ id }) => id);
  }
}
