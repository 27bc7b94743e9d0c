import { Inject, Injectable } from '@nestjs/common';
import { SECTORS, SIDES } from '@hillo/domain/registration';
import { z } from 'zod';
import { Database } from '../../../platform/database/index.js';

const count = z.coerce.number();
const sector = z.enum(SECTORS);
const pulseRow = z.object({
  sideOverrides: z.partialRecord(sector, z.enum(SIDES)),
  players: count,
  marks: count,
  tickets: count,
  present: z.array(z.object({ sector, count })).nullable(),
  met: z.array(z.object({ one: sector, other: sector, count })).nullable(),
});
export type PulseCounts = z.infer<typeof pulseRow>;

/** The evening in counts: never who met whom (product rule 15). */
@Injectable()
export class PulseRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  ofEvening(eveningId: string): Promise<PulseCounts | undefined> {
    return this.database.first(
      pulseRow,
      `WITH met AS (SELECT first_id, second_id FROM encounters WHERE evening_id = $1 AND removed_at IS NULL)
       SELECT e.side_overrides AS "sideOverrides",
         (SELECT count(*) FROM (SELECT first_id FROM met UNION SELECT second_id FROM met) AS people) AS players,
         (SELECT count(*) FROM marks m JOIN cards c ON c.id = m.card_id
          WHERE c.evening_id = $1 AND c.hidden_at IS NULL) AS marks,
         (SELECT count(*) FROM cards WHERE evening_id = $1 AND ticket_since IS NOT NULL AND hidden_at IS NULL) AS tickets,
         (SELECT json_agg(json_build_object('sector', p.sector, 'count', p.count)) FROM (
            SELECT sector, count(*) FROM registrations
            WHERE evening_id = $1 AND checked_in_at IS NOT NULL AND plays GROUP BY sector) AS p) AS present,
         (SELECT json_agg(json_build_object('one', s.one, 'other', s.other, 'count', s.count)) FROM (
            SELECT a.sector AS one, b.sector AS other, count(*) FROM met
            JOIN registrations a ON a.id = met.first_id JOIN registrations b ON b.id = met.second_id
            GROUP BY 1, 2) AS s) AS met
       FROM evenings e WHERE e.id = $1`,
      [eveningId],
    );
  }
}
