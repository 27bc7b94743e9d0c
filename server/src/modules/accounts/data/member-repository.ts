import { Inject, Injectable } from '@nestjs/common';
import { MEMBER_ROLES, type MemberRole } from '@hillo/domain/accounts';
import { z } from 'zod';
import { Database, type Db } from '../../../platform/database/index.js';

const memberRow = z.object({
  id: z.uuid(),
  accountId: z.uuid(),
  name: z.string(),
  email: z.string(),
  roles: z.array(z.enum(MEMBER_ROLES)),
});
export type Member = z.infer<typeof memberRow>;

const SELECT = `SELECT m.id, m.account_id AS "accountId", a.name, a.email, m.roles
  FROM members m JOIN accounts a ON a.id = m.account_id`;
const idRow = z.object({ id: z.uuid() });

/** Members of organisations. */
@Injectable()
export class MemberRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async of(organisationId: string): Promise<readonly Member[]> {
    return this.database.rows(memberRow, `${SELECT} WHERE m.organisation_id = $1 ORDER BY a.name, a.email`, [
      organisationId,
    ]);
  }

  /** All members, with the organisation's row held until the transaction ends: who is the last organiser is decided under it. */
  async lockAll(db: Db, organisationId: string): Promise<readonly Member[]> {
    await db.first(idRow, 'SELECT id FROM organisations WHERE id = $1 FOR UPDATE', [organisationId]);
    return db.rows(memberRow, `${SELECT} WHERE m.organisation_id = $1`, [organisationId]);
  }

  async isMember(db: Db, organisationId: string, email: string): Promise<boolean> {
    const found = await db.first(memberRow, `${SELECT} WHERE m.organisation_id = $1 AND a.email = $2`, [
      organisationId,
      email,
    ]);
    return found !== undefined;
  }

  async setRoles(db: Db, id: string, roles: readonly MemberRole[]): Promise<void> {
    await db.execute('UPDATE members SET roles = $2 WHERE id = $1', [id, roles]);
  }

  async remove(db: Db, id: string): Promise<void> {
    await db.execute('DELETE FROM members WHERE id = $1', [id]);
  }

  /** A member already gets the roles in addition. */
  async add(
    db: Db,
    member: {
      id: string;
      organisationId: string;
      accountId: string;
      roles: readonly MemberRole[];
      now: Date;
    },
  ): Promise<void> {
    await db.execute(
      `INSERT INTO members (id, organisation_id, account_id, roles, created_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (organisation_id, account_id)
       DO UPDATE SET roles = (SELECT array_agg(DISTINCT role) FROM unnest(members.roles || excluded.roles) AS role)`,
      [member.id, member.organisationId, member.accountId, member.roles, member.now],
    );
  }
}
