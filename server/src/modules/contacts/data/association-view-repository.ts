import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database, type Db } from '../../../platform/database/index.js';

const viewRow = z.object({
  id: z.uuid(),
  eveningId: z.uuid(),
  affiliation: z.string(),
  email: z.string(),
  tokenVersion: z.number(),
  createdAt: z.date(),
  expiresAt: z.date(),
  revokedAt: z.date().nullable(),
});
export type AssociationView = z.infer<typeof viewRow>;

const SELECT = `SELECT id, evening_id AS "eveningId", affiliation, email, token_version AS "tokenVersion",
  created_at AS "createdAt", expires_at AS "expiresAt", revoked_at AS "revokedAt" FROM association_views`;

/** Associations' views: opened to a named address, live until they expire or are closed. */
@Injectable()
export class AssociationViewRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The latest first. */
  ofEvening(eveningId: string): Promise<AssociationView[]> {
    return this.database.rows(viewRow, `${SELECT} WHERE evening_id = $1 ORDER BY created_at DESC, id DESC`, [
      eveningId,
    ]);
  }

  byIds(ids: readonly string[], db: Db = this.database): Promise<AssociationView[]> {
    return db.rows(viewRow, `${SELECT} WHERE id = ANY($1)`, [ids]);
  }

  /** Neither closed nor expired. */
  live(id: string, now: Date): Promise<AssociationView | undefined> {
    return this.database.first(
      viewRow,
      `${SELECT} WHERE id = $1 AND revoked_at IS NULL AND expires_at > $2`,
      [id, now],
    );
  }

  byToken(tokenHash: string, now: Date): Promise<AssociationView | undefined> {
    return this.database.first(
      viewRow,
      `${SELECT} WHERE token_hash = $1 AND revoked_at IS NULL AND expires_at > $2`,
      [tokenHash, now],
    );
  }

  async insert(
    db: Db,
    view: {
      id: string;
      eveningId: string;
      affiliation: string;
      email: string;
      tokenHash: string;
      openedBy: string;
      now: Date;
      expiresAt: Date;
    },
  ): Promise<void> {
    await db.execute(
      `INSERT INTO association_views (id, evening_id, affiliation, email, token_hash, opened_by, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        view.id,
        view.eveningId,
        view.affiliation,
        view.email,
        view.tokenHash,
        view.openedBy,
        view.now,
        view.expiresAt,
      ],
    );
  }

  /** False for a view of another evening. Closing a closed one changes nothing. */
  async revoke(db: Db, eveningId: string, id: string, now: Date): Promise<boolean> {
    const touched = await db.execute(
      'UPDATE association_views SET revoked_at = coalesce(revoked_at, $3) WHERE id = $1 AND evening_id = $2',
      [id, eveningId, now],
    );
    return touched === 1;
  }

  /** Addresses of views that nobody can open any more are not kept. */
  async deleteExpired(db: Db, until: Date): Promise<void> {
    await db.execute('DELETE FROM association_views WHERE expires_at < $1 OR revoked_at < $1', [until]);
  }
}
