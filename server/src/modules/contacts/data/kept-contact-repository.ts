import { Inject, Injectable } from '@nestjs/common';
import { CONTACT_FIELDS } from '@hillo/domain/registration';
import { z } from 'zod';
import { Database, type Db, type Transaction } from '../../../platform/database/index.js';

const keptRow = z.object({
  encounterId: z.uuid(),
  registrationId: z.uuid(),
  firstName: z.string(),
  affiliation: z.string(),
  fields: z.partialRecord(z.enum(CONTACT_FIELDS), z.string()),
});
export type KeptContact = z.infer<typeof keptRow>;

const dueRow = z.object({ eveningId: z.uuid(), endsAt: z.date(), registrationIds: z.array(z.uuid()) });

/** Shared values that outlive registrations, and the removal of encounters whose time is over. */
@Injectable()
export class KeptContactRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  of(encounterIds: readonly string[], db: Db = this.database): Promise<KeptContact[]> {
    return db.rows(
      keptRow,
      `SELECT encounter_id AS "encounterId", registration_id AS "registrationId", first_name AS "firstName", affiliation, fields
       FROM kept_contacts WHERE encounter_id = ANY($1)`,
      [encounterIds],
    );
  }

  /** What was stored first stays: it is from before the registrations were emptied. */
  async insert(db: Db, contacts: readonly KeptContact[], at: Date): Promise<void> {
    await db.execute(
      `INSERT INTO kept_contacts (encounter_id, registration_id, first_name, affiliation, fields, kept_at)
       SELECT "encounterId", "registrationId", "firstName", affiliation, fields, $2
       FROM jsonb_to_recordset($1::jsonb) AS k ("encounterId" uuid, "registrationId" uuid, "firstName" text, affiliation text, fields jsonb)
       ON CONFLICT (encounter_id, registration_id) DO NOTHING`,
      [JSON.stringify(contacts), at],
    );
  }

  async deleteOf(db: Transaction, registrationId: string): Promise<void> {
    await db.execute('DELETE FROM kept_contacts WHERE registration_id = $1', [registrationId]);
  }

  /** Evenings over since before `until` that still have encounters, with everybody who has one. */
  due(until: Date) {
    return this.database.rows(
      dueRow,
      `SELECT x.evening_id AS "eveningId", coalesce(e.closed_at, e.ends_at) AS "endsAt",
              array_agg(DISTINCT p.registration_id) AS "registrationIds"
       FROM encounters x JOIN evenings e ON e.id = x.evening_id JOIN encounter_parties p ON p.encounter_id = x.id
       WHERE coalesce(e.closed_at, e.ends_at) < $1
       GROUP BY x.evening_id, e.closed_at, e.ends_at`,
      [until],
    );
  }

  /** Encounters of the evening except those named; removed ones go too. */
  async deleteExcept(db: Transaction, eveningId: string, encounterIds: readonly string[]): Promise<void> {
    await db.execute('DELETE FROM encounters WHERE evening_id = $1 AND NOT (id = ANY($2))', [
      eveningId,
      encounterIds,
    ]);
  }

  /** People of an evening who have at least one encounter that stands, for the mail at its end. */
  async whoMetSomebody(db: Db, eveningId: string): Promise<string[]> {
    const rows = await db.rows(
      z.object({ registrationId: z.uuid() }),
      `SELECT DISTINCT p.registration_id AS "registrationId"
       FROM encounters x JOIN encounter_parties p ON p.encounter_id = x.id
       WHERE x.evening_id = $1 AND x.removed_at IS NULL`,
      [eveningId],
    );
    return rows.map(({ registrationId }) => registrationId);
  }
}
