import { Inject, Injectable } from '@nestjs/common';
import { MEMBER_ROLES } from '@hillo/domain/accounts';
import { type Locale, LOCALES } from '@hillo/domain/shared';
import { z } from 'zod';
import { Database, type Db } from '../../../platform/database/index.js';

const accountRow = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  isAdmin: z.boolean(),
  locale: z.enum(LOCALES),
});
export type Account = z.infer<typeof accountRow>;

const membershipRow = z.object({
  organisationId: z.uuid(),
  organisationName: z.string(),
  roles: z.array(z.enum(MEMBER_ROLES)),
});

const organisationRow = z.object({
  id: z.uuid(),
  name: z.string(),
  slug: z.string(),
  locale: z.enum(LOCALES),
  timeZone: z.string(),
});
export type Organisation = z.infer<typeof organisationRow>;

const ACCOUNT = 'SELECT id, email, name, is_admin AS "isAdmin", locale FROM accounts';

/** Accounts and where they are members. */
@Injectable()
export class AccountRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async byId(id: string, db: Db = this.database): Promise<Account | undefined> {
    return db.first(accountRow, `${ACCOUNT} WHERE id = $1`, [id]);
  }

  async byEmail(email: string, db: Db = this.database): Promise<Account | undefined> {
    return db.first(accountRow, `${ACCOUNT} WHERE email = $1`, [email]);
  }

  async organisation(id: string, db: Db = this.database): Promise<Organisation | undefined> {
    return db.first(
      organisationRow,
      'SELECT id, name, slug, locale, time_zone AS "timeZone" FROM organisations WHERE id = $1',
      [id],
    );
  }

  /** The account of this address; an account already there keeps its name. */
  async findOrCreate(
    db: Db,
    account: { id: string; email: string; name: string; now: Date },
  ): Promise<string> {
    await db.execute(
      'INSERT INTO accounts (id, email, name, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT (email) DO NOTHING',
      [account.id, account.email, account.name, account.now],
    );
    const found = await this.byEmail(account.email, db);
    if (!found) throw new Error('The account vanished while it was made');
    return found.id;
  }

  /** The organisation of this name, made if there is none; one that is there keeps its language. */
  async findOrCreateOrganisation(
    db: Db,
    organisation: { id: string; name: string; slug: string; locale: Locale; now: Date },
  ): Promise<{ readonly id: string; readonly locale: Locale }> {
    await db.execute(
      'INSERT INTO organisations (id, name, slug, locale, created_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (slug) DO NOTHING',
      [organisation.id, organisation.name, organisation.slug, organisation.locale, organisation.now],
    );
    const found = await db.first(
      z.object({ id: z.uuid(), locale: z.enum(LOCALES) }),
      'SELECT id, locale FROM organisations WHERE slug = $1',
      [organisation.slug],
    );
    if (!found) throw new Error('The organisation vanished while it was made');
    return found;
  }

  async memberships(accountId: string) {
    return this.database.rows(
      membershipRow,
      `SELECT o.id AS "organisationId", o.name AS "organisationName", m.roles
       FROM members m JOIN organisations o ON o.id = m.organisation_id
       WHERE m.account_id = $1 ORDER BY o.name`,
      [accountId],
    );
  }

  /** Membership in the organisation named, or in the one that arranges the evening named. */
  async membership(accountId: string, scope: { organisation?: string; evening?: string }) {
    const row = z.object({ organisationId: z.uuid(), roles: z.array(z.enum(MEMBER_ROLES)) });
    if (scope.evening !== undefined)
      return this.database.first(
        row,
        `SELECT m.organisation_id AS "organisationId", m.roles FROM evenings e
         JOIN members m ON m.organisation_id = e.organisation_id
         WHERE e.id = $1 AND m.account_id = $2 AND ($3::uuid IS NULL OR e.organisation_id = $3)`,
        [scope.evening, accountId, scope.organisation ?? null],
      );
    return this.database.first(
      row,
      'SELECT organisation_id AS "organisationId", roles FROM members WHERE account_id = $1 AND organisation_id = $2',
      [accountId, scope.organisation],
    );
  }
}
