import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database, type Db } from '../../../platform/database/index.js';

const handoverRow = z.object({
  drawId: z.uuid(),
  ticket: z.string(),
  at: z.date().transform((at) => at.toISOString()),
  by: z.string().nullable(),
  withWhom: z.string(),
});
type Handover = Omit<z.infer<typeof handoverRow>, 'drawId' | 'ticket'>;

/** Which prizes are in the hands of their winners. */
@Injectable()
export class HandoverRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** By `<draw id> <ticket>`; `by` is the name of the account or of the device's holder. */
  async ofDraws(drawIds: readonly string[]): Promise<ReadonlyMap<string, Handover>> {
    const rows = await this.database.rows(
      handoverRow,
      `SELECT h.draw_id AS "drawId", h.ticket, h.handed_at AS at, coalesce(d.holder_name, a.name) AS by,
              h.with_whom AS "withWhom"
       FROM prize_handovers h
       LEFT JOIN crew_devices d ON h.handed_by = 'device:' || d.id
       LEFT JOIN accounts a ON h.handed_by = 'account:' || a.id
       WHERE h.draw_id = ANY($1)`,
      [drawIds],
    );
    return new Map(rows.map(({ drawId, ticket, ...handover }) => [`${drawId} ${ticket}`, handover]));
  }

  async tickets(db: Db, drawId: string): Promise<readonly string[]> {
    const row = z.object({ ticket: z.string() });
    const rows = await db.rows(row, 'SELECT ticket FROM prize_handovers WHERE draw_id = $1', [drawId]);
    return rows.map(({ ticket }) => ticket);
  }

  /** Who recorded it first stays. */
  async record(
    db: Db,
    drawId: string,
    handover: { ticket: string; withWhom: string; by: string; at: Date },
  ): Promise<void> {
    await db.execute(
      `INSERT INTO prize_handovers (draw_id, ticket, with_whom, handed_by, handed_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (draw_id, ticket) DO UPDATE SET with_whom = excluded.with_whom`,
      [drawId, handover.ticket, handover.withWhom, handover.by, handover.at],
    );
  }

  async takeBack(db: Db, drawId: string, ticket: string): Promise<void> {
    await db.execute('DELETE FROM prize_handovers WHERE draw_id = $1 AND ticket = $2', [drawId, ticket]);
  }
}
