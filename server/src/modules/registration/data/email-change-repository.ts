import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database, type Db, type Transaction } from '../../../platform/database/index.js';

const changeRow = z.object({
  id: z.uuid(),
  registrationId: z.uuid(),
  email: z.string(),
  previousEmail: z.string().nullable(),
  expiresAt: z.date(),
  confirmedAt: z.date().nullable(),
});
export type EmailChange = z.infer<typeof changeRow>;

const SELECT = `SELECT id, registration_id AS "registrationId", email, previous_email AS "previousEmail",
  expires_at AS "expiresAt", confirmed_at AS "confirmedAt" FROM email_changes`;
const OPEN = 'confirmed_at IS NULL AND replaced_at IS NULL';

/** Addresses that people want instead of their own. */
@Injectable()
export class EmailChangeRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** As long as it has not been replaced. */
  byId(id: string): Promise<EmailChange | undefined> {
    return this.database.first(changeRow, `${SELECT} WHERE id = $1 AND replaced_at IS NULL`, [id]);
  }

  byToken(tokenHash: string, now: Date, db: Db): Promise<EmailChange | undefined> {
    return db.first(changeRow, `${SELECT} WHERE token_hash = $1 AND ${OPEN} AND expires_at > $2`, [
      tokenHash,
      now,
    ]);
  }

  /** The one that waits for its link to be pressed. */
  open(registrationId: string, now: Date): Promise<EmailChange | undefined> {
    return this.database.first(
      changeRow,
      `${SELECT} WHERE registration_id = $1 AND ${OPEN} AND expires_at > $2`,
      [registrationId, now],
    );
  }

  async madeSince(db: Db, registrationId: string, since: Date): Promise<Date[]> {
    const rows = await db.rows(
      z.object({ createdAt: z.date() }),
      'SELECT created_at AS "createdAt" FROM email_changes WHERE registration_id = $1 AND created_at > $2',
      [registrationId, since],
    );
    return rows.map(({ createdAt }) => createdAt);
  }

  /** Lock the registration first: one waits at a time. */
  async replace(
    db: Transaction,
    change: { id: string; registrationId: string; email: string; tokenHash: string; expiresAt: Date },
    now: Date,
  ): Promise<void> {
    await db.execute(`UPDATE email_changes SET replaced_at = $2 WHERE registration_id = $1 AND ${OPEN}`, [
      change.registrationId,
      now,
    ]);
    await db.execute(
      `INSERT INTO email_changes (id, registration_id, email, token_hash, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [change.id, change.registrationId, change.email, change.tokenHash, now, change.expiresAt],
    );
  }

  /** False when it has been confirmed or replaced meanwhile. */
  async confirm(db: Transaction, id: string, previousEmail: string | null, now: Date): Promise<boolean> {
    const confirmed = await db.execute(
      `UPDATE email_changes SET confirmed_at = $3, previous_email = $2 WHERE id = $1 AND ${OPEN} AND expires_at > $3`,
      [id, previousEmail, now],
    );
    return confirmed === 1;
  }

  async forgetPrevious(id: string): Promise<void> {
    await this.database.execute('UPDATE email_changes SET previous_email = NULL WHERE id = $1', [id]);
  }

  async deleteBefore(db: Transaction, expiredBefore: Date): Promise<void> {
    await db.execute('DELETE FROM email_changes WHERE expires_at < $1', [expiredBefore]);
  }
}
