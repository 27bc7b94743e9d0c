import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Badges printed before a name is known, and what was typed in from paper: by whom. */
export class PrintAhead1795310500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE badge_reserves (
        id uuid NOT NULL,
        evening_id uuid NOT NULL,
        spoken_code text NOT NULL,
        badge_hash text NOT NULL,
        created_at timestamptz NOT NULL,
        cards_printed_at timestamptz,
        bound_to_id uuid,
        bound_at timestamptz,
        bound_by text,
        CONSTRAINT pk_badge_reserves PRIMARY KEY (id),
        CONSTRAINT uq_badge_reserves_evening_id_spoken_code UNIQUE (evening_id, spoken_code),
        CONSTRAINT uq_badge_reserves_badge_hash UNIQUE (badge_hash),
        CONSTRAINT fk_badge_reserves_evening_id FOREIGN KEY (evening_id)
          REFERENCES evenings (id) ON DELETE CASCADE,
        CONSTRAINT fk_badge_reserves_bound_to_id FOREIGN KEY (bound_to_id)
          REFERENCES registrations (id) ON DELETE SET NULL
      )`);
    await runner.query('CREATE INDEX ix_badge_reserves_bound_to_id ON badge_reserves (bound_to_id)');
    await runner.query(`
      ALTER TABLE registrations ADD badge_from uuid,
        ADD CONSTRAINT uq_registrations_badge_from UNIQUE (badge_from)`);
    await runner.query('ALTER TABLE encounter_parties ADD entered_by text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE encounter_parties DROP entered_by');
    await runner.query('ALTER TABLE registrations DROP badge_from');
    await runner.query('DROP TABLE badge_reserves');
  }
}
