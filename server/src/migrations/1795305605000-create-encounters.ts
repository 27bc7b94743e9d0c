import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateEncounters1795305605000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE encounters (
        id uuid NOT NULL,
        evening_id uuid NOT NULL,
        first_id uuid NOT NULL,
        second_id uuid NOT NULL,
        scanned_by_id uuid NOT NULL,
        met_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL,
        removed_at timestamptz,
        CONSTRAINT uq_encounters_pair UNIQUE (evening_id, first_id, second_id),
        CONSTRAINT ck_encounters_pair CHECK (first_id < second_id),
        CONSTRAINT pk_encounters PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE encounter_parties (
        encounter_id uuid NOT NULL,
        registration_id uuid NOT NULL,
        agreed text NOT NULL DEFAULT '',
        next_step text NOT NULL DEFAULT '',
        next_date date,
        owner text NOT NULL DEFAULT '',
        note_updated_at timestamptz,
        shared_fields text[],
        sharing_text_version text,
        shared_at timestamptz,
        withdrawn_at timestamptz,
        CONSTRAINT pk_encounter_parties PRIMARY KEY (encounter_id, registration_id)
      )`);
    await runner.query(`CREATE INDEX ix_encounters_first_id ON encounters (first_id)`);
    await runner.query(`CREATE INDEX ix_encounters_second_id ON encounters (second_id)`);
    await runner.query(`
      ALTER TABLE encounters
        ADD CONSTRAINT fk_encounters_evening_id FOREIGN KEY (evening_id) REFERENCES evenings(id) ON DELETE CASCADE`);
    await runner.query(`
      ALTER TABLE encounters
        ADD CONSTRAINT fk_encounters_first_id FOREIGN KEY (first_id) REFERENCES registrations(id) ON DELETE CASCADE`);
    await runner.query(`
      ALTER TABLE encounters
        ADD CONSTRAINT fk_encounters_second_id FOREIGN KEY (second_id) REFERENCES registrations(id) ON DELETE CASCADE`);
    await runner.query(
      `CREATE INDEX ix_encounter_parties_registration_id ON encounter_parties (registration_id)`,
    );
    await runner.query(`
      ALTER TABLE encounter_parties
        ADD CONSTRAINT fk_encounter_parties_encounter_id FOREIGN KEY (encounter_id) REFERENCES encounters(id) ON DELETE CASCADE`);
    await runner.query(`
      ALTER TABLE encounter_parties
        ADD CONSTRAINT fk_encounter_parties_registration_id FOREIGN KEY (registration_id) REFERENCES registrations(id) ON DELETE CASCADE`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE encounter_parties, encounters');
  }
}
