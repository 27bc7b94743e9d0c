import { Inject, Injectable } from '@nestjs/common';
import { MEMBER_ROLES, type MemberRole } from '@hillo/domain/accounts';
import { z } from 'zod';
import { Database, type Db } from '../../../platform/database/index.js';

const invitationRow = z.object({
  id: z.uuid(),
  organisationId: z.uuid(),
  organisationName: z.string(),
  timeZone: z.string(),
  email: z.string(),
  roles: z.array(z.enum(MEMBER_ROLES)),
  expiresAt: z.date(),
});
export type Invitation = z.infer<typeof invitationRow>;

const SELECT = `SELECT i.id, i.organisation_id AS "organisationId", o.name AS "organisationName", o.time_zone AS "timeZone",
    i.email, i.roles, i.expires_at AS "expiresAt"
  FROM member_invitations i JOIN organisations o ON o.id = i.organisation_id`;

/** Invitations by e-mail, found by the SHA-256 of their token. */
@Injectable()
export class InvitationRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async waiting(organisationId: string, now: Date): Promise<readonly Invitation[]> {
    return this.database.rows(
      invitationRow,
      `${SELECT} WHERE i.organisation_id = $1 AND i.accepted_at IS NULL AND i.expires_at > $2 ORDER BY i.created_at DESC`,
      [organisationId, now],
    );
  }

  async byId(id: string): Promise<Invitation | undefined> {
    return this.database.first(invitationRow, `${SELECT} WHERE i.id = $1 AND i.accepted_at IS NULL`, [id]);
  }

  async byToken(tokenHash: string, now: Date): Promise<Invitation | undefined> {
    return this.database.first(
      invitationRow,
      `${SELECT} WHERE i.token_hash = $1 AND i.accepted_at IS NULL AND i.expires_at > $2`,
      [tokenHash, now],
    );
  }

  /** Marks it accepted; undefined if it was used, withdrawn or is too old. One winner under race. */
  async accept(db: Db, tokenHash: string, now: Date): Promise<Invitation | undefined> {
    const taken = await db.execute(
      'UPDATE member_invitations SET accepted_at = $2 WHERE token_hash = $1 AND accepted_at IS NULL AND expires_at > $2',
      [tokenHash, now],
    );
    return taken === 0
      ? undefined
      : db.first(invitationRow, `${SELECT} WHERE i.token_hash = $1`, [tokenHash]);
  }

  /** An earlier invitation of the same address is void. */
  async replace(
    db: Db,
    invitation: {
      id: string;
      organisationId: string;
      email: string;
      roles: readonly MemberRole[];
      tokenHash: string;
      now: Date;
      expiresAt: Date;
    },
  ): Promise<void> {
    await db.execute(
      'DELETE FROM member_invitations WHERE organisation_id = $1 AND email = $2 AND accepted_at IS NULL',
      [invitation.organisationId, invitation.email],
    );
    await db.execute(
      `INSERT INTO member_invitations (id, organisation_id, email, roles, token_hash, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        invitation.id,
        invitation.organisationId,
        invitation.email,
        invitation.roles,
        invitation.tokenHash,
        invitation.now,
        invitation.expiresAt,
      ],
    );
  }

  async withdraw(db: Db, organisationId: string, id: string): Promise<boolean> {
    const removed = await db.execute(
      'DELETE FROM member_invitations WHERE id = $1 AND organisation_id = $2 AND accepted_at IS NULL',
      [id, organisationId],
    );
    return removed > 0;
  }
}
