import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { EMPTIED, GONE } from './rows.js';

/** `lastLetter` is encrypted; the one who asked gets it, companions get none. */
export interface Erasure {
  readonly registrationId: string;
  readonly eveningId: string;
  readonly lastLetter: string | null;
}

/** Takes single people out of an evening, at their wish. */
@Injectable()
export class ErasureRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Whoever was in the room still counts, without a name; the links lead nowhere. */
  async empty(db: Transaction, ids: readonly string[]): Promise<void> {
    for (const table of ['access_needs', 'consents', 'handovers', 'email_changes'])
      await db.execute(`DELETE FROM ${table} WHERE registration_id = ANY($1)`, [ids]);
    await db.execute(
      `UPDATE registrations SET ${EMPTIED}, draw_opt_in = false, personal_hash = ${GONE} WHERE id = ANY($1)`,
      [ids],
    );
  }

  /** Nothing of the evening hangs on them. */
  async delete(db: Transaction, ids: readonly string[]): Promise<void> {
    await db.execute('DELETE FROM registrations WHERE id = ANY($1)', [ids]);
  }

  async record(db: Transaction, erasures: readonly Erasure[], now: Date): Promise<void> {
    for (const { registrationId, eveningId, lastLetter } of erasures)
      await db.execute(
        `INSERT INTO erasures (registration_id, evening_id, erased_at, last_letter) VALUES ($1, $2, $3, $4)
         ON CONFLICT (registration_id) DO NOTHING`,
        [registrationId, eveningId, now, lastLetter],
      );
  }

  /** The letter that is still to be sent. */
  async lastLetter(registrationId: string) {
    return this.database.first(
      z.object({ eveningId: z.uuid(), lastLetter: z.string() }),
      `SELECT evening_id AS "eveningId", last_letter AS "lastLetter" FROM erasures
       WHERE registration_id = $1 AND last_letter IS NOT NULL`,
      [registrationId],
    );
  }

  async forgetLetter(registrationId: string): Promise<void> {
    await this.database.execute('UPDATE erasures SET last_letter = NULL WHERE registration_id = $1', [
      registrationId,
    ]);
  }

  /** A letter that could not be sent for so long never will be. */
  async forgetLettersBefore(db: Transaction, erasedBefore: Date): Promise<void> {
    await db.execute(
      'UPDATE erasures SET last_letter = NULL WHERE last_letter IS NOT NULL AND erased_at < $1',
      [erasedBefore],
    );
  }
}
