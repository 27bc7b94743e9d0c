import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database, type Db, type Transaction } from '../../../platform/database/index.js';

const dismissalRow = z.object({ registrationId: z.uuid(), dismissedId: z.uuid() });

/** What people chose about suggestions: off for oneself, and whom they put aside. */
@Injectable()
export class SuggestionRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async stop(db: Transaction, registrationId: string, now: Date): Promise<void> {
    await db.execute(
      `INSERT INTO suggestion_stops (registration_id, stopped_at) VALUES ($1, $2)
       ON CONFLICT (registration_id) DO NOTHING`,
      [registrationId, now],
    );
  }

  async resume(db: Transaction, registrationId: string): Promise<void> {
    await db.execute('DELETE FROM suggestion_stops WHERE registration_id = $1', [registrationId]);
  }

  /** False when there is nobody by this id whom others may be told of. */
  async dismiss(
    db: Transaction,
    { eveningId, registrationId, dismissedId }: z.infer<typeof dismissalRow> & { eveningId: string },
    now: Date,
  ): Promise<boolean> {
    const count = await db.execute(
      `INSERT INTO dismissed_suggestions (registration_id, dismissed_id, dismissed_at)
       SELECT $2, r.id, $4 FROM registrations r
       WHERE r.id = $3 AND r.evening_id = $1 AND r.offers_may_be_told AND r.id <> $2
       FOR KEY SHARE OF r
       ON CONFLICT (registration_id, dismissed_id) DO UPDATE SET dismissed_at = excluded.dismissed_at`,
      [eveningId, registrationId, dismissedId, now],
    );
    return count === 1;
  }

  async restoreAll(db: Transaction, registrationId: string): Promise<void> {
    await db.execute('DELETE FROM dismissed_suggestions WHERE registration_id = $1', [registrationId]);
  }

  /** Whom the people of an evening, or one of them, put aside. */
  dismissals(eveningId: string, registrationId: string | null, db: Db = this.database) {
    return db.rows(
      dismissalRow,
      `SELECT d.registration_id AS "registrationId", d.dismissed_id AS "dismissedId"
       FROM dismissed_suggestions d JOIN registrations r ON r.id = d.registration_id
       WHERE r.evening_id = $1 AND ($2::uuid IS NULL OR r.id = $2)`,
      [eveningId, registrationId],
    );
  }

  /** Everything of one person, and that others put them aside. */
  async forget(db: Transaction, registrationId: string): Promise<void> {
    await db.execute('DELETE FROM suggestion_stops WHERE registration_id = $1', [registrationId]);
    await db.execute('DELETE FROM dismissed_suggestions WHERE registration_id = $1 OR dismissed_id = $1', [
      registrationId,
    ]);
  }

  /** After the evening nobody is suggested, so nothing of this is needed. */
  async purge(db: Transaction, endedBefore: Date): Promise<void> {
    for (const table of ['suggestion_stops', 'dismissed_suggestions'])
      await db.execute(
        `DELETE FROM ${table} s USING registrations r JOIN evenings e ON e.id = r.evening_id
         WHERE r.id = s.registration_id AND e.ends_at < $1`,
        [endedBefore],
      );
  }
}
