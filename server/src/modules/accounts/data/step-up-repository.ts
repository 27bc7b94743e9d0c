import { Inject, Injectable } from '@nestjs/common';
import { type StepUp, type StepUpPurpose, STEP_UP_PURPOSES } from '@hillo/domain/accounts';
import { z } from 'zod';
import { Database, type Db, type Transaction } from '../../../platform/database/index.js';

/** Who is signed in by a link. */
export interface StepUpSubject {
  readonly kind: 'attendee' | 'association';
  readonly id: string;
}

/** Which browser may do what as whom. */
export interface StepUpScope {
  readonly sessionId: string;
  readonly subject: StepUpSubject;
  readonly purpose: StepUpPurpose;
}

const stepUpRow = z.object({
  id: z.uuid(),
  codeHash: z.instanceof(Buffer),
  sentAt: z.date(),
  tries: z.number(),
  openedAt: z.date().nullable(),
});
export type StoredStepUp = z.infer<typeof stepUpRow>;

const CURRENT = `SELECT id, code_hash AS "codeHash", sent_at AS "sentAt", tries, opened_at AS "openedAt" FROM step_ups
  WHERE session_id = $1 AND subject_kind = $2 AND subject_id = $3 AND purpose = $4 AND replaced_at IS NULL`;

const sentRow = z.object({
  kind: z.enum(['attendee', 'association']),
  subjectId: z.uuid(),
  purpose: z.enum(STEP_UP_PURPOSES),
  sentAt: z.date(),
});

function parametersOf({ sessionId, subject, purpose }: StepUpScope) {
  return [sessionId, subject.kind, subject.id, purpose] as const;
}

/** Codes that were mailed; of each browser, person and purpose the last one counts. */
@Injectable()
export class StepUpRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Until the transaction ends nobody else is sent a code as this person: their number is decided here. */
  async lockSubject(db: Transaction, { kind, id }: StepUpSubject): Promise<void> {
    await db.execute('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`step-up:${kind}:${id}`]);
  }

  current(scope: StepUpScope, db: Db = this.database): Promise<StoredStepUp | undefined> {
    return db.first(stepUpRow, CURRENT, parametersOf(scope));
  }

  /** One guess at a time: the row is locked until its try is counted. */
  lockCurrent(db: Transaction, scope: StepUpScope): Promise<StoredStepUp | undefined> {
    return db.first(stepUpRow, `${CURRENT} FOR NO KEY UPDATE`, parametersOf(scope));
  }

  /** When codes were sent to this person, whichever browser asked. */
  async sentSince(db: Db, { kind, id }: StepUpSubject, since: Date): Promise<Date[]> {
    const rows = await db.rows(
      z.object({ sentAt: z.date() }),
      'SELECT sent_at AS "sentAt" FROM step_ups WHERE subject_kind = $1 AND subject_id = $2 AND sent_at > $3',
      [kind, id, since],
    );
    return rows.map(({ sentAt }) => sentAt);
  }

  /** Puts a new code in the place of the one before. */
  async replace(db: Transaction, scope: StepUpScope, id: string, codeHash: Buffer, now: Date): Promise<void> {
    const parameters = parametersOf(scope);
    await db.execute(
      `UPDATE step_ups SET replaced_at = $5
       WHERE session_id = $1 AND subject_kind = $2 AND subject_id = $3 AND purpose = $4 AND replaced_at IS NULL`,
      [...parameters, now],
    );
    await db.execute(
      `INSERT INTO step_ups (session_id, subject_kind, subject_id, purpose, id, code_hash, sent_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [...parameters, id, codeHash, now],
    );
  }

  async save(db: Transaction, id: string, { tries, openedAt }: StepUp): Promise<void> {
    await db.execute('UPDATE step_ups SET tries = $2, opened_at = $3 WHERE id = $1', [id, tries, openedAt]);
  }

  /** Takes what was opened after `since` for one act. False when there is none, or another act was first. */
  async use(db: Transaction, scope: StepUpScope, since: Date, now: Date): Promise<boolean> {
    const used = await db.execute(
      `UPDATE step_ups SET used_at = $6 WHERE session_id = $1 AND subject_kind = $2 AND subject_id = $3 AND purpose = $4
         AND replaced_at IS NULL AND used_at IS NULL AND opened_at > $5`,
      [...parametersOf(scope), since, now],
    );
    return used === 1;
  }

  /** Whom a code is for, while it has not been replaced. */
  async addressee(id: string) {
    return this.database.first(
      sentRow,
      `SELECT subject_kind AS kind, subject_id AS "subjectId", purpose, sent_at AS "sentAt" FROM step_ups
       WHERE id = $1 AND replaced_at IS NULL`,
      [id],
    );
  }

  /** Everything of one person: what was proved by an address ends with it. */
  async end(db: Transaction, { kind, id }: StepUpSubject, now: Date): Promise<void> {
    await db.execute(
      'UPDATE step_ups SET replaced_at = $3 WHERE subject_kind = $1 AND subject_id = $2 AND replaced_at IS NULL',
      [kind, id, now],
    );
  }

  async deleteBefore(db: Transaction, sentBefore: Date): Promise<void> {
    await db.execute('DELETE FROM step_ups WHERE sent_at < $1', [sentBefore]);
  }
}
