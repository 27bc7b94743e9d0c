import { Inject, Injectable } from '@nestjs/common';
import { ROLES } from '@hillo/domain/accounts';
import { z } from 'zod';
import { Database, type Db } from '../../../platform/database/index.js';

const candidateRow = z.object({
  registrationId: z.uuid(),
  kind: z.enum(['person', 'support', 'child']),
  plays: z.boolean(),
  firstName: z.string(),
  lastName: z.string(),
  checkedIn: z.boolean(),
  optedIn: z.boolean(),
  /** Who works at this evening and shares an address or a phone with this person. */
  workers: z.array(z.object({ role: z.enum(ROLES), name: z.string() })),
});
export type CandidateRow = z.infer<typeof candidateRow>;

const CANDIDATES = `
WITH mine AS (
  SELECT g.subject_id AS registration_id, g.session_id FROM session_grants g WHERE g.kind = 'attendee' AND g.evening_id = $1
), workers AS (
  SELECT mine.registration_id, d.role, d.holder_name AS name
  FROM mine JOIN session_grants w ON w.session_id = mine.session_id AND w.kind = 'device' AND w.evening_id = $1
  JOIN crew_devices d ON d.id = w.subject_id
  UNION ALL
  SELECT mine.registration_id, unnest(m.roles), a.name
  FROM mine JOIN session_grants w ON w.session_id = mine.session_id AND w.kind = 'account'
  JOIN evenings e ON e.id = $1 JOIN members m ON m.account_id = w.subject_id AND m.organisation_id = e.organisation_id
  JOIN accounts a ON a.id = m.account_id
  UNION ALL
  SELECT r.id, unnest(m.roles), a.name
  FROM registrations r JOIN evenings e ON e.id = r.evening_id JOIN members m ON m.organisation_id = e.organisation_id
  JOIN accounts a ON a.id = m.account_id AND a.email = r.email_key
  WHERE r.evening_id = $1
)
SELECT r.id AS "registrationId", r.kind, r.plays, r.first_name AS "firstName", r.last_name AS "lastName",
       r.checked_in_at IS NOT NULL AND r.state = 'confirmed' AS "checkedIn", r.draw_opt_in AS "optedIn",
       coalesce((SELECT json_agg(json_build_object('role', w.role, 'name', w.name))
                 FROM workers w WHERE w.registration_id = r.id), '[]') AS workers
FROM registrations r
WHERE r.evening_id = $1 AND ($2::uuid IS NULL OR r.id = $2)
ORDER BY r.id`;

/** What decides who is in a draw. */
@Injectable()
export class CandidateRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  all(eveningId: string, db: Db = this.database): Promise<CandidateRow[]> {
    return db.rows(candidateRow, CANDIDATES, [eveningId, null]);
  }

  one(eveningId: string, registrationId: string): Promise<CandidateRow | undefined> {
    return this.database.first(candidateRow, CANDIDATES, [eveningId, registrationId]);
  }
}
