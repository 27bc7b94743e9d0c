import { Inject, Injectable } from '@nestjs/common';
import { ACCESS_NEEDS_STATES } from '@hillo/domain/registration';
import { z } from 'zod';
import { newId } from '../../../platform/clock/index.js';
import { Database, type Db, type Transaction } from '../../../platform/database/index.js';
import { FieldCipher } from '../../../platform/tokens/index.js';

const stateRow = z.object({ state: z.enum(ACCESS_NEEDS_STATES) });
const taskRow = stateRow.extend({
  registrationId: z.uuid(),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  words: z.string(),
  updatedAt: z.date(),
  toldAt: z.date().nullable(),
});
export type AccessNeedsTask = z.infer<typeof taskRow>;
export type AccessNeedsState = AccessNeedsTask['state'];

const TASK = `SELECT n.registration_id AS "registrationId", r.first_name AS "firstName", r.last_name AS "lastName",
  r.email, r.phone, n.state, n.words, n.updated_at AS "updatedAt", n.told_at AS "toldAt"
  FROM access_needs n JOIN registrations r ON r.id = n.registration_id`;

function contextOf(registrationId: string): string {
  return `registration:${registrationId}:access-needs`;
}

/** Access needs, encrypted with the key outside the database; who read them and when is kept. */
@Injectable()
export class AccessNeedsRepository {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FieldCipher) private readonly cipher: FieldCipher,
  ) {}

  /** Replaces what was told before; the task is open again. */
  async save(db: Transaction, registrationId: string, text: string, now: Date): Promise<void> {
    await db.execute(
      `INSERT INTO access_needs (registration_id, ciphertext, state, told_at, updated_at) VALUES ($1, $2, 'open', NULL, $3)
       ON CONFLICT (registration_id) DO UPDATE
       SET ciphertext = excluded.ciphertext, state = 'open', told_at = NULL, words = '', updated_at = excluded.updated_at`,
      [registrationId, this.cipher.encrypt(text, contextOf(registrationId)), now],
    );
  }

  async delete(db: Transaction, registrationIds: readonly string[]): Promise<number> {
    return db.execute('DELETE FROM access_needs WHERE registration_id = ANY($1)', [registrationIds]);
  }

  state(registrationId: string) {
    return this.database.first(stateRow, 'SELECT state FROM access_needs WHERE registration_id = $1', [
      registrationId,
    ]);
  }

  /** Open ones first, then by name. */
  tasks(eveningId: string): Promise<AccessNeedsTask[]> {
    return this.database.rows(
      taskRow,
      `${TASK} WHERE r.evening_id = $1 ORDER BY n.state <> 'open', r.search_key, r.id`,
      [eveningId],
    );
  }

  task(eveningId: string, registrationId: string, db: Db = this.database) {
    return db.first(taskRow, `${TASK} WHERE r.evening_id = $1 AND n.registration_id = $2`, [
      eveningId,
      registrationId,
    ]);
  }

  async setState(
    db: Transaction,
    registrationId: string,
    change: {
      readonly state: AccessNeedsState;
      readonly toldAt: Date | null;
      readonly words: string;
      readonly now: Date;
    },
  ): Promise<void> {
    await db.execute(
      'UPDATE access_needs SET state = $2, told_at = $3, words = $4, updated_at = $5 WHERE registration_id = $1',
      [registrationId, change.state, change.toldAt, change.words, change.now],
    );
  }

  async setTold(registrationId: string, toldAt: Date): Promise<void> {
    await this.database.execute(
      `UPDATE access_needs SET told_at = $2 WHERE registration_id = $1 AND state = 'not-possible' AND told_at IS NULL`,
      [registrationId, toldAt],
    );
  }

  async recordReading(
    db: Transaction,
    registrationId: string,
    accountId: string,
    now: Date,
  ): Promise<string> {
    const id = newId();
    await db.execute(
      'INSERT INTO access_needs_reads (id, registration_id, account_id, read_at) VALUES ($1, $2, $3, $4)',
      [id, registrationId, accountId, now],
    );
    return id;
  }

  /** The text itself; undefined when there is none in this evening. Record the reading in the same transaction. */
  async text(eveningId: string, registrationId: string, db: Db = this.database): Promise<string | undefined> {
    const row = await db.first(
      z.object({ ciphertext: z.string() }),
      `SELECT n.ciphertext FROM access_needs n JOIN registrations r ON r.id = n.registration_id
       WHERE r.evening_id = $1 AND n.registration_id = $2`,
      [eveningId, registrationId],
    );
    return row && this.cipher.decrypt(row.ciphertext, contextOf(registrationId));
  }
}
