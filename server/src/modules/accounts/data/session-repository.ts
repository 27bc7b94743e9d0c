import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database, type Db, prepared } from '../../../platform/database/index.js';

export const GRANT_KINDS = ['account', 'attendee', 'device', 'association'] as const;
export type GrantKind = (typeof GRANT_KINDS)[number];

/** Read with every request: ids come from uuid columns, their form needs no proof. */
const grantRow = z.object({
  kind: z.enum(GRANT_KINDS),
  subjectId: z.string(),
  eveningId: z.string().nullable(),
  role: z.string().nullable(),
});
export type Grant = z.infer<typeof grantRow>;

const sessionRow = z.object({
  id: z.string(),
  seenAt: z.date(),
  grants: z.array(grantRow),
});
export type Session = z.infer<typeof sessionRow>;

const FIND = prepared(
  'session-find',
  `SELECT s.id, s.seen_at AS "seenAt",
              coalesce(json_agg(json_build_object('kind', g.kind, 'subjectId', g.subject_id, 'eveningId', g.evening_id, 'role', g.role)
                                ORDER BY g.created_at) FILTER (WHERE g.id IS NOT NULL), '[]') AS grants
       FROM sessions s
       LEFT JOIN session_grants g ON g.session_id = s.id AND (g.expires_at IS NULL OR g.expires_at > $2)
       WHERE s.token_hash = $1 AND s.expires_at > $2 AND s.seen_at > $3
       GROUP BY s.id`,
);

export interface NewGrant extends Grant {
  readonly id: string;
  readonly expiresAt: Date | null;
}

/** Sessions and their grants. A session is found by the SHA-256 of its token. */
@Injectable()
export class SessionRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The live session with its live grants, in one round trip. */
  async find(
    tokenHash: string,
    now: Date,
    idleSince: Date,
    db: Db = this.database,
  ): Promise<Session | undefined> {
    return db.first(sessionRow, FIND, [tokenHash, now, idleSince]);
  }

  async insert(
    db: Db,
    session: { id: string; tokenHash: string; deviceLabel: string; now: Date; expiresAt: Date },
  ) {
    await db.execute(
      `INSERT INTO sessions (id, token_hash, device_label, created_at, seen_at, expires_at) VALUES ($1, $2, $3, $4, $4, $5)`,
      [session.id, session.tokenHash, session.deviceLabel, session.now, session.expiresAt],
    );
  }

  /** A new token for the same session: whoever held the old one is out. */
  async rotate(db: Db, id: string, tokenHash: string, now: Date): Promise<void> {
    await db.execute('UPDATE sessions SET token_hash = $2, seen_at = $3 WHERE id = $1', [id, tokenHash, now]);
  }

  async touch(id: string, now: Date): Promise<void> {
    await this.database.execute('UPDATE sessions SET seen_at = $2 WHERE id = $1', [id, now]);
  }

  /** When these sessions were last heard from, in one statement; a row that another process writes just now is left to it. */
  async heard(times: ReadonlyMap<string, Date>): Promise<void> {
    await this.database.execute(
      `WITH heard AS (
         SELECT s.id, h.at FROM sessions s JOIN unnest($1::uuid[], $2::timestamptz[]) AS h (id, at) ON h.id = s.id
         WHERE s.seen_at < h.at ORDER BY s.id FOR NO KEY UPDATE OF s SKIP LOCKED
       )
       UPDATE sessions s SET seen_at = heard.at FROM heard WHERE s.id = heard.id`,
      [[...times.keys()], [...times.values()]],
    );
  }

  async addGrant(db: Db, sessionId: string, grant: NewGrant, now: Date): Promise<void> {
    await db.execute(
      `INSERT INTO session_grants (id, session_id, kind, subject_id, evening_id, role, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (session_id, kind, subject_id) DO UPDATE SET expires_at = excluded.expires_at, role = excluded.role`,
      [grant.id, sessionId, grant.kind, grant.subjectId, grant.eveningId, grant.role, now, grant.expiresAt],
    );
  }

  /** Ids of the sessions that lost a grant. */
  async removeGrants(
    db: Db,
    kind: GrantKind,
    subjectId: string,
    exceptSession: string | null,
  ): Promise<string[]> {
    const rows = await db.rows(
      z.object({ session_id: z.uuid() }),
      `DELETE FROM session_grants WHERE kind = $1 AND subject_id = $2 AND session_id IS DISTINCT FROM $3 RETURNING session_id`,
      [kind, subjectId, exceptSession],
    );
    return rows.map((row) => row.session_id);
  }

  /** A session acts for one account: signing in as another ends the first one's right here. */
  async removeOtherAccounts(db: Db, sessionId: string, accountId: string): Promise<void> {
    await db.execute(
      `DELETE FROM session_grants WHERE session_id = $1 AND kind = 'account' AND subject_id <> $2`,
      [sessionId, accountId],
    );
  }

  /** Another end for grants that were already given. */
  async setExpiry(db: Db, kind: GrantKind, subjectIds: readonly string[], expiresAt: Date): Promise<void> {
    await db.execute('UPDATE session_grants SET expires_at = $3 WHERE kind = $1 AND subject_id = ANY($2)', [
      kind,
      subjectIds,
      expiresAt,
    ]);
  }

  async removeGrantFrom(db: Db, sessionId: string, kind: GrantKind, subjectId: string): Promise<void> {
    await db.execute('DELETE FROM session_grants WHERE session_id = $1 AND kind = $2 AND subject_id = $3', [
      sessionId,
      kind,
      subjectId,
    ]);
  }

  /** The devices that hold a grant, for "your devices". */
  async devices(kind: GrantKind, subjectId: string, db: Db = this.database) {
    return db.rows(
      z.object({ id: z.uuid(), deviceLabel: z.string(), createdAt: z.date(), seenAt: z.date() }),
      `SELECT s.id, s.device_label AS "deviceLabel", g.created_at AS "createdAt", s.seen_at AS "seenAt"
       FROM session_grants g JOIN sessions s ON s.id = g.session_id
       WHERE g.kind = $1 AND g.subject_id = $2 ORDER BY s.seen_at DESC`,
      [kind, subjectId],
    );
  }

  async delete(db: Db, id: string): Promise<void> {
    await db.execute('DELETE FROM sessions WHERE id = $1', [id]);
  }
}
