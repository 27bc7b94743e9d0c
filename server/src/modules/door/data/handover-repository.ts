import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database, type Transaction } from '../../../platform/database/index.js';

const handoverRow = z.object({ id: z.uuid(), registrationId: z.uuid(), expiresAt: z.date() });
export type Handover = z.infer<typeof handoverRow>;

/** One-time links to own pages (product rule 14), kept by the SHA-256 of their token. */
@Injectable()
export class HandoverRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** A newer link of the same person ends the ones before. */
  async insert(
    db: Transaction,
    handover: Handover & { readonly tokenHash: string; readonly createdAt: Date },
  ): Promise<void> {
    const { id, registrationId, tokenHash, createdAt, expiresAt } = handover;
    await db.execute('DELETE FROM handovers WHERE registration_id = $1 AND used_at IS NULL', [
      registrationId,
    ]);
    await db.execute(
      `INSERT INTO handovers (id, registration_id, token_hash, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)`,
      [id, registrationId, tokenHash, createdAt, expiresAt],
    );
  }

  byId(id: string): Promise<Handover | undefined> {
    return this.database.first(
      handoverRow,
      'SELECT id, registration_id AS "registrationId", expires_at AS "expiresAt" FROM handovers WHERE id = $1',
      [id],
    );
  }

  /** Uses a link up; undefined when it was used, is too old or never was. */
  async use(db: Transaction, tokenHash: string, now: Date): Promise<string | undefined> {
    const row = await db.first(
      z.object({ registrationId: z.uuid() }),
      `UPDATE handovers SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2
       RETURNING registration_id AS "registrationId"`,
      [tokenHash, now],
    );
    return row?.registrationId;
  }
}
