import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database, type Db, type Transaction } from '../../../platform/database/index.js';

const demonstrationRow = z.object({
  id: z.uuid(),
  organisationId: z.uuid(),
  accountIds: z.array(z.uuid()),
  loadedAt: z.date(),
});
export type Demonstration = z.infer<typeof demonstrationRow>;

const SELECT = `SELECT id, organisation_id AS "organisationId", account_ids AS "accountIds", loaded_at AS "loadedAt"
  FROM demonstrations WHERE removed_at IS NULL`;

/** What was loaded as a demonstration, and how all of it goes. */
@Injectable()
export class DemonstrationRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  current(db: Db = this.database): Promise<Demonstration | undefined> {
    return db.first(demonstrationRow, SELECT);
  }

  lock(db: Transaction, organisationId: string): Promise<Demonstration | undefined> {
    return db.first(demonstrationRow, `${SELECT} AND organisation_id = $1 FOR UPDATE`, [organisationId]);
  }

  /** True while this database has neither an organisation nor ever had a demonstration. Others who load wait. */
  async isEmpty(db: Transaction): Promise<boolean> {
    await db.execute('LOCK TABLE demonstrations IN SHARE ROW EXCLUSIVE MODE');
    const used = 'SELECT 1 FROM organisations UNION ALL SELECT 1 FROM demonstrations LIMIT 1';
    return (await db.execute(used)) === 0;
  }

  async insert(db: Transaction, { id, organisationId, accountIds, loadedAt }: Demonstration): Promise<void> {
    await db.execute(
      'INSERT INTO demonstrations (id, organisation_id, account_ids, loaded_at) VALUES ($1, $2, $3, $4)',
      [id, organisationId, accountIds, loadedAt],
    );
  }

  async markRemoved(db: Transaction, id: string, now: Date): Promise<void> {
    await db.execute('UPDATE demonstrations SET removed_at = $2 WHERE id = $1', [id, now]);
  }

  async eveningIds(db: Transaction, organisationId: string): Promise<string[]> {
    const rows = await db.rows(
      z.object({ id: z.uuid() }),
      'SELECT id FROM evenings WHERE organisation_id = $1 AND is_demonstration FOR UPDATE',
      [organisationId],
    );
    return rows.map(({ id }) => id);
  }

  /** Ids of people, devices and views of these evenings: what sessions, streams and operations are named after. */
  async subjectsOf(db: Transaction, eveningIds: readonly string[]): Promise<string[]> {
    const rows = await db.rows(
      z.object({ id: z.uuid() }),
      `SELECT id FROM registrations WHERE evening_id = ANY($1)
       UNION ALL SELECT id FROM crew_devices WHERE evening_id = ANY($1)
       UNION ALL SELECT id FROM association_views WHERE evening_id = ANY($1)`,
      [eveningIds],
    );
    return rows.map(({ id }) => id);
  }

  /** Whether somebody made an evening of their own in the demonstration's organisation. */
  async hasOwnEvenings(db: Transaction, organisationId: string): Promise<boolean> {
    const found = 'SELECT 1 FROM evenings WHERE organisation_id = $1 AND NOT is_demonstration LIMIT 1';
    return (await db.execute(found, [organisationId])) > 0;
  }

  async organisationStands(organisationId: string): Promise<boolean> {
    return (await this.database.execute('SELECT 1 FROM organisations WHERE id = $1', [organisationId])) > 0;
  }

  async removeEvenings(db: Transaction, eveningIds: readonly string[]): Promise<void> {
    await db.execute('DELETE FROM evenings WHERE id = ANY($1)', [eveningIds]);
  }

  /** The organisation and its invented members, except one who has found work elsewhere. */
  /** Affiliations that came with the demonstration; those listed since then stay with their organisation. */
  async removeListed(db: Transaction, { organisationId, loadedAt }: Demonstration): Promise<void> {
    await db.execute('DELETE FROM listed_affiliations WHERE organisation_id = $1 AND created_at = $2', [
      organisationId,
      loadedAt,
    ]);
  }

  async removeOrganisation(db: Transaction, { organisationId, accountIds }: Demonstration): Promise<void> {
    await db.execute('DELETE FROM organisations WHERE id = $1', [organisationId]);
    await db.execute(
      `DELETE FROM accounts a WHERE a.id = ANY($1) AND NOT a.is_admin
       AND NOT EXISTS (SELECT 1 FROM members m WHERE m.account_id = a.id)`,
      [accountIds],
    );
  }
}
