import { Inject, Injectable } from '@nestjs/common';
import type { QuestionAim, QuestionSource, QuestionState } from '@hillo/domain/panel';
import { foldText } from '@hillo/domain/shared';
import { z } from 'zod';
import { Database, type Db, type Transaction } from '../../../platform/database/index.js';
import { type Question, questionRow, questionsWhere } from './question-rows.js';

export interface NewQuestion {
  readonly id: string;
  readonly eveningId: string;
  readonly askerId: string | null;
  readonly withName: boolean;
  readonly aim: QuestionAim;
  readonly speaker: string;
  readonly text: string;
  readonly state: QuestionState;
  readonly source: QuestionSource;
  readonly enteredBy: string | null;
  readonly askedAt: Date;
}

/** What a change of a question may set. */
export type QuestionChange = Partial<
  Pick<
    Question,
    | 'text'
    | 'originalText'
    | 'state'
    | 'mergedIntoId'
    | 'place'
    | 'answer'
    | 'hideReason'
    | 'hideWords'
    | 'follows'
  > & { readonly answeredAt: Date | null; readonly forTableAt: Date | null; readonly searchKey: string }
>;

const OF_EVENING = questionsWhere('q.evening_id = $1 AND q.state = ANY($2)', 'x.evening_id = $1');
const BY_IDS = questionsWhere('q.id = ANY($1)', '(x.id = ANY($1) OR x.merged_into_id = ANY($1))');
const OF_ASKER = questionsWhere(
  `q.asker_id = $1 AND q.state <> 'withdrawn'`,
  'x.id IN (SELECT id FROM questions WHERE asker_id = $1) OR x.merged_into_id IN (SELECT id FROM questions WHERE asker_id = $1)',
);
const column = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
/** Shorter beginnings are like everything. */
const SEARCHED_FROM = 6;
const ALIKE = 0.35;

@Injectable()
export class QuestionRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  ofEvening(
    eveningId: string,
    states: readonly QuestionState[],
    db: Db = this.database,
  ): Promise<Question[]> {
    return db.rows(questionRow, OF_EVENING, [eveningId, states]);
  }

  byIds(ids: readonly string[], db: Db = this.database): Promise<Question[]> {
    return db.rows(questionRow, BY_IDS, [ids]);
  }

  /** Undefined for one of another evening. Changes are ordered by the lock of the panel. */
  async byId(eveningId: string, id: string, db: Db = this.database): Promise<Question | undefined> {
    const [question] = await this.byIds([id], db);
    return question?.eveningId === eveningId ? question : undefined;
  }

  ofAsker(registrationId: string, db: Db = this.database): Promise<Question[]> {
    return db.rows(questionRow, `${OF_ASKER} ORDER BY q.asked_at DESC, q.id DESC`, [registrationId]);
  }

  mergedInto(id: string, db: Db): Promise<Question[]> {
    return db.rows(questionRow, questionsWhere('q.merged_into_id = $1', 'x.merged_into_id = $1'), [id]);
  }

  async onStage(eveningId: string, db: Db = this.database): Promise<Question | undefined> {
    const [question] = await this.ofEvening(eveningId, ['on-stage'], db);
    return question;
  }

  async insert(db: Transaction, question: NewQuestion): Promise<void> {
    await db.execute(
      `INSERT INTO questions (id, evening_id, asker_id, with_name, aim, speaker, text, search_key, state, source,
                              entered_by, asked_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        question.id,
        question.eveningId,
        question.askerId,
        question.withName,
        question.aim,
        question.speaker,
        question.text,
        foldText(question.text),
        question.state,
        question.source,
        question.enteredBy,
        question.askedAt,
      ],
    );
  }

  /** Lock the panel first. The version grows, so that whoever looked before is told. */
  async update(db: Transaction, id: string, change: QuestionChange): Promise<void> {
    const names = Object.keys(change);
    const sets = names.map((name, index) => `${column(name)} = $${index + 2}`);
    await db.execute(`UPDATE questions SET ${[...sets, 'version = version + 1'].join(', ')} WHERE id = $1`, [
      id,
      ...Object.values(change),
    ]);
  }

  /** What was merged into the one goes along into the other. */
  async moveMerged(db: Transaction, from: string, into: string): Promise<void> {
    await db.execute(
      'UPDATE questions SET merged_into_id = $2, version = version + 1 WHERE merged_into_id = $1',
      [from, into],
    );
  }

  /** Ids of questions that everybody sees, the most alike first. */
  async similar(eveningId: string, text: string, limit: number): Promise<string[]> {
    const key = foldText(text);
    if (key.length < SEARCHED_FROM) return [];
    const rows = await this.database.rows(
      z.object({ id: z.uuid() }),
      `SELECT id FROM (
         SELECT id, greatest(similarity(search_key, $2), word_similarity($2, search_key)) AS alike
         FROM questions WHERE evening_id = $1 AND state IN ('shown', 'on-stage', 'answered')) AS found
       WHERE alike >= $3 ORDER BY alike DESC, id LIMIT $4`,
      [eveningId, key, ALIKE, limit],
    );
    return rows.map(({ id }) => id);
  }
}
