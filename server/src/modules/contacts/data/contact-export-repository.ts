import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database, type Db } from '../../../platform/database/index.js';

const exportRow = z.object({ at: z.date(), actor: z.string(), format: z.string(), rows: z.number() });

/** How many earlier exports are listed. */
const LISTED = 200;

/** Which exports were taken and how many rows they had; never whose. */
@Injectable()
export class ContactExportRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async insert(
    entry: { id: string; eveningId: string; actor: string; format: string; rows: number; at: Date },
    db: Db = this.database,
  ): Promise<void> {
    await db.execute(
      'INSERT INTO contact_exports (id, evening_id, actor, format, rows, exported_at) VALUES ($1, $2, $3, $4, $5, $6)',
      [entry.id, entry.eveningId, entry.actor, entry.format, entry.rows, entry.at],
    );
  }

  /** The latest first. */
  ofEvening(eveningId: string) {
    return this.database.rows(
      exportRow,
      `SELECT exported_at AS at, actor, format, rows FROM contact_exports
       WHERE evening_id = $1 ORDER BY exported_at DESC, id DESC LIMIT ${LISTED}`,
      [eveningId],
    );
  }
}
