import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What two who both said yes shared, as it was when the scan graph was removed: it outlives their registrations. */
export class KeepContacts1795305651000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE kept_contacts (
        encounter_id uuid NOT NULL,
        registration_id uuid NOT NULL,
        first_name text NOT NULL,
        affiliation text NOT NULL,
        fields jsonb NOT NULL,
        kept_at timestamptz NOT NULL,
        CONSTRAINT pk_kept_contacts PRIMARY KEY (encounter_id, registration_id)
      )`);
    await runner.query(`
      ALTER TABLE kept_contacts
        ADD CONSTRAINT fk_kept_contacts_encounter_id FOREIGN KEY (encounter_id) REFERENCES encounters(id) ON DELETE CASCADE`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE kept_contacts');
  }
}
