import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database } from '../../../platform/database/index.js';

const phoneRow = z.object({
  firstName: z.string(),
  lastName: z.string(),
  affiliation: z.string(),
  spokenCode: z.string(),
  heardAt: z.date(),
  /** Of all, beside those that the limit lets through. */
  count: z.coerce.number(),
});

/** Phones that play and have fallen silent. */
@Injectable()
export class SilentPhoneRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  /**
   * People with a card who are in and have a phone that was heard after they came in and not since `silentSince`; the
   * longest silent first. A phone that was last heard before the check-in has no card on it, so nothing can be waiting there.
   */
  read(eveningId: string, silentSince: Date, limit: number) {
    return this.database.rows(
      phoneRow,
      `SELECT r.first_name AS "firstName", r.last_name AS "lastName", r.affiliation, r.spoken_code AS "spokenCode",
              min(s.seen_at) AS "heardAt", count(*) OVER () AS count
       FROM cards c
       JOIN registrations r ON r.id = c.registration_id AND r.state = 'confirmed'
       JOIN session_grants g ON g.kind = 'attendee' AND g.subject_id = r.id
       JOIN sessions s ON s.id = g.session_id AND s.seen_at >= r.checked_in_at AND s.seen_at < $2
       WHERE c.evening_id = $1 AND c.hidden_at IS NULL
       GROUP BY r.id
       ORDER BY "heardAt", r.id LIMIT $3`,
      [eveningId, silentSince, limit],
    );
  }
}
