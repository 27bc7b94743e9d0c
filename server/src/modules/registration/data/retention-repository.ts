import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { EMPTIED, GONE } from './rows.js';

/** What the nightly job removes. Everything here may run twice and is then the same (T52). */
@Injectable()
export class RetentionRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Evenings that are over and still hold something of a person. */
  endedWithPeople(now: Date) {
    return this.database.rows(
      z.object({ id: z.uuid(), endsAt: z.date() }),
      `SELECT id, ends_at AS "endsAt" FROM evenings e WHERE ends_at < $1 AND EXISTS (
         SELECT 1 FROM registrations r WHERE r.evening_id = e.id AND r.personal_hash NOT LIKE 'gone:%')
       ORDER BY ends_at`,
      [now],
    );
  }

  deleteAccessNeeds(db: Transaction, eveningId: string): Promise<number> {
    return db.execute(
      'DELETE FROM access_needs n USING registrations r WHERE r.id = n.registration_id AND r.evening_id = $1',
      [eveningId],
    );
  }

  /** Who never opened the link nor came, with their companions. */
  deleteUnconfirmed(db: Transaction, eveningId: string): Promise<number> {
    return db.execute(
      `DELETE FROM registrations WHERE evening_id = $1 AND kind = 'person' AND source = 'form'
         AND opened_at IS NULL AND checked_in_at IS NULL AND first_name <> ''`,
      [eveningId],
    );
  }

  /** Who waited and got no seat. */
  deleteLapsedWaitlist(db: Transaction, eveningId: string): Promise<number> {
    return db.execute(
      `DELETE FROM registrations WHERE evening_id = $1 AND state = 'waiting' AND kind = 'person'`,
      [eveningId],
    );
  }

  /**
   * Takes everything that tells who it was. What is left counts: state, kind, sector, whether somebody came. The own link still
   * opens the contacts that both sides kept (product rule 4).
   */
  emptyRegistrations(db: Transaction, eveningId: string): Promise<number> {
    return db.execute(`UPDATE registrations SET ${EMPTIED} WHERE evening_id = $1 AND first_name <> ''`, [
      eveningId,
    ]);
  }

  /** The last thread to a person: the own link, and the record of consents. The ids that lost it. */
  async cutLinks(db: Transaction, eveningId: string): Promise<string[]> {
    await db.execute(
      'DELETE FROM consents c USING registrations r WHERE r.id = c.registration_id AND r.evening_id = $1',
      [eveningId],
    );
    const rows = await db.rows(
      z.object({ id: z.uuid() }),
      `UPDATE registrations SET personal_hash = ${GONE}
       WHERE evening_id = $1 AND personal_hash NOT LIKE 'gone:%' RETURNING id`,
      [eveningId],
    );
    return rows.map((row) => row.id);
  }

  /** Notes on who read access needs, an audit trail. */
  deleteReadings(db: Transaction, readBefore: Date): Promise<number> {
    return db.execute('DELETE FROM access_needs_reads WHERE read_at < $1', [readBefore]);
  }
}
