import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database, type Db } from '../../../platform/database/index.js';

const holderRow = z.object({
  drawId: z.uuid(),
  ticket: z.string(),
  firstName: z.string(),
  affiliation: z.string(),
  spokenCode: z.string(),
  announcesOnStage: z.boolean(),
});
export type TicketHolder = z.infer<typeof holderRow>;

/** Whose ticket is whose; kept apart from the draws, and shorter. */
@Injectable()
export class TicketRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async insert(
    db: Db,
    drawId: string,
    tickets: readonly { registrationId: string; ticket: string }[],
  ): Promise<void> {
    await db.execute(
      `INSERT INTO draw_tickets (draw_id, registration_id, ticket)
       SELECT $1, registration_id, ticket FROM unnest($2::uuid[], $3::text[]) AS t (registration_id, ticket)`,
      [drawId, tickets.map(({ registrationId }) => registrationId), tickets.map(({ ticket }) => ticket)],
    );
  }

  /** People behind these tickets; a ticket whose mapping has been deleted is missing. */
  holders(drawIds: readonly string[], tickets: readonly string[]): Promise<TicketHolder[]> {
    return this.database.rows(
      holderRow,
      `SELECT t.draw_id AS "drawId", t.ticket, r.first_name AS "firstName", r.affiliation, r.spoken_code AS "spokenCode",
              r.announces_on_stage AS "announcesOnStage"
       FROM draw_tickets t JOIN registrations r ON r.id = t.registration_id
       WHERE t.draw_id = ANY($1) AND t.ticket = ANY($2)`,
      [drawIds, tickets],
    );
  }

  async ofRegistration(drawId: string, registrationId: string): Promise<string | null> {
    const row = await this.database.first(
      z.object({ ticket: z.string() }),
      'SELECT ticket FROM draw_tickets WHERE draw_id = $1 AND registration_id = $2',
      [drawId, registrationId],
    );
    return row?.ticket ?? null;
  }

  async forgetHolder(db: Db, registrationId: string): Promise<number> {
    await db.execute(
      `UPDATE prize_handovers h SET with_whom = '' FROM draw_tickets t
       WHERE t.registration_id = $1 AND h.draw_id = t.draw_id AND h.ticket = t.ticket`,
      [registrationId],
    );
    return db.execute('DELETE FROM draw_tickets WHERE registration_id = $1', [registrationId]);
  }

  /** Draws of evenings that ended before `until` keep their proof, no longer their people. */
  async forgetHolders(db: Db, until: Date): Promise<void> {
    await db.execute(
      `UPDATE prize_handovers h SET with_whom = '' FROM draws d JOIN evenings e ON e.id = d.evening_id
       WHERE d.id = h.draw_id AND e.ends_at < $1 AND h.with_whom <> ''`,
      [until],
    );
    await db.execute(
      `DELETE FROM draw_tickets t USING draws d JOIN evenings e ON e.id = d.evening_id
       WHERE d.id = t.draw_id AND e.ends_at < $1`,
      [until],
    );
  }
}
