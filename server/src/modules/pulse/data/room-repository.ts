import { Inject, Injectable } from '@nestjs/common';
import { SECTORS, SIDES } from '@hillo/domain/registration';
import { z } from 'zod';
import { Database, type Db } from '../../../platform/database/index.js';

const sector = z.enum(SECTORS);
const roomRow = z.object({
  sideOverrides: z.partialRecord(sector, z.enum(SIDES)),
  people: z.array(sector).nullable(),
  met: z.array(z.object({ one: sector, other: sector, count: z.number() })).nullable(),
});
export type RoomRow = z.infer<typeof roomRow>;

const eveningRow = z.object({ eveningId: z.uuid() });

/** Who is in the room by what they show, and meetings in counts; no ids leave from here. */
@Injectable()
export class RoomRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  ofEvening(eveningId: string, db: Db = this.database): Promise<RoomRow | undefined> {
    return db.first(
      roomRow,
      `SELECT e.side_overrides AS "sideOverrides",
         (SELECT json_agg(coalesce(r.shown_sector, r.sector) ORDER BY r.checked_in_at, r.id) FROM registrations r
          WHERE r.evening_id = $1 AND r.checked_in_at IS NOT NULL AND r.plays) AS people,
         (SELECT json_agg(json_build_object('one', s.one, 'other', s.other, 'count', s.count)) FROM (
            SELECT a.sector AS one, b.sector AS other, count(*) FROM encounters x
            JOIN registrations a ON a.id = x.first_id JOIN registrations b ON b.id = x.second_id
            WHERE x.evening_id = $1 AND x.removed_at IS NULL
            GROUP BY 1, 2) AS s) AS met
       FROM evenings e WHERE e.id = $1`,
      [eveningId],
    );
  }

  async eveningOf(db: Db, registrationId: string): Promise<string | undefined> {
    const row = await db.first(
      eveningRow,
      'SELECT evening_id AS "eveningId" FROM registrations WHERE id = $1',
      [registrationId],
    );
    return row?.eveningId;
  }
}
