import { Inject, Injectable } from '@nestjs/common';
import { CREW_ROLES, type CrewRole } from '@hillo/domain/accounts';
import { z } from 'zod';
import { Database, type Db } from '../../../platform/database/index.js';

const linkRow = z.object({
  id: z.uuid(),
  eveningId: z.uuid(),
  role: z.enum(CREW_ROLES),
  createdAt: z.date(),
  claimedAt: z.date().nullable(),
});
export type CrewLinkRow = z.infer<typeof linkRow>;

const deviceRow = z.object({
  id: z.uuid(),
  role: z.enum(CREW_ROLES),
  holderName: z.string(),
  createdAt: z.date(),
  expiresAt: z.date(),
  seenAt: z.date().nullable(),
});
export type CrewDevice = z.infer<typeof deviceRow>;

const namedRow = z.object({ id: z.uuid(), holderName: z.string(), eveningId: z.uuid() });
const idRow = z.object({ id: z.uuid() });

const LINK = `SELECT id, evening_id AS "eveningId", role, created_at AS "createdAt", claimed_at AS "claimedAt" FROM crew_links`;

/** Crew QRs and the devices that claimed them. */
@Injectable()
export class CrewRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async insertLink(
    db: Db,
    link: { id: string; eveningId: string; role: CrewRole; tokenHash: string; now: Date; expiresAt: Date },
  ): Promise<void> {
    await db.execute(
      'INSERT INTO crew_links (id, evening_id, role, token_hash, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)',
      [link.id, link.eveningId, link.role, link.tokenHash, link.now, link.expiresAt],
    );
  }

  async link(id: string): Promise<CrewLinkRow | undefined> {
    return this.database.first(linkRow, `${LINK} WHERE id = $1`, [id]);
  }

  async linkByToken(tokenHash: string): Promise<CrewLinkRow | undefined> {
    return this.database.first(linkRow, `${LINK} WHERE token_hash = $1`, [tokenHash]);
  }

  /** The link with its row held: two phones that claim it at once get one yes. */
  async lockLink(db: Db, tokenHash: string): Promise<CrewLinkRow | undefined> {
    return db.first(linkRow, `${LINK} WHERE token_hash = $1 FOR UPDATE`, [tokenHash]);
  }

  async claim(
    db: Db,
    device: {
      id: string;
      linkId: string;
      eveningId: string;
      role: CrewRole;
      holderName: string;
      now: Date;
      expiresAt: Date;
    },
  ): Promise<void> {
    await db.execute('UPDATE crew_links SET claimed_at = $2 WHERE id = $1', [device.linkId, device.now]);
    await db.execute(
      `INSERT INTO crew_devices (id, evening_id, role, holder_name, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [device.id, device.eveningId, device.role, device.holderName, device.now, device.expiresAt],
    );
  }

  /** Devices that may act. `seenAt` is that of the session that holds the grant. */
  async devices(eveningId: string, now: Date): Promise<readonly CrewDevice[]> {
    return this.database.rows(
      deviceRow,
      `SELECT d.id, d.role, d.holder_name AS "holderName", d.created_at AS "createdAt", d.expires_at AS "expiresAt",
              (SELECT max(s.seen_at) FROM session_grants g JOIN sessions s ON s.id = g.session_id
               WHERE g.kind = 'device' AND g.subject_id = d.id) AS "seenAt"
       FROM crew_devices d WHERE d.evening_id = $1 AND d.revoked_at IS NULL AND d.expires_at > $2
       ORDER BY d.role, d.created_at`,
      [eveningId, now],
    );
  }

  /** Holders by device, for the switcher. */
  async named(ids: readonly string[]): Promise<readonly z.infer<typeof namedRow>[]> {
    return this.database.rows(
      namedRow,
      `SELECT id, holder_name AS "holderName", evening_id AS "eveningId" FROM crew_devices
       WHERE id = ANY($1) AND revoked_at IS NULL`,
      [ids],
    );
  }

  /** False when the evening has no such device. Revoking again changes nothing. */
  async revoke(db: Db, eveningId: string, id: string, now: Date): Promise<boolean> {
    const touched = await db.execute(
      'UPDATE crew_devices SET revoked_at = coalesce(revoked_at, $3) WHERE id = $1 AND evening_id = $2',
      [id, eveningId, now],
    );
    return touched > 0;
  }

  /** The evening moved: its devices work until the new end. */
  async setExpiry(db: Db, eveningId: string, expiresAt: Date): Promise<readonly string[]> {
    const rows = await db.rows(
      idRow,
      'UPDATE crew_devices SET expires_at = $2 WHERE evening_id = $1 AND revoked_at IS NULL RETURNING id',
      [eveningId, expiresAt],
    );
    return rows.map(({ id }) => id);
  }
}
