import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who sits with whom: tables and wishes of an evening, the plan that was made, the plan that people see. */
export class CreateSeating1795310800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE seatings (
        evening_id uuid NOT NULL,
        block_id uuid,
        rounds integer NOT NULL,
        aim text NOT NULL,
        crowd text NOT NULL,
        counts_encounters boolean NOT NULL,
        held integer DEFAULT 0 NOT NULL,
        version integer DEFAULT 0 NOT NULL,
        run_id uuid,
        run_state text,
        run_progress integer DEFAULT 0 NOT NULL,
        run_refusal text,
        plan_id uuid,
        plan_version integer,
        plan_facts jsonb,
        planned_at timestamptz,
        published_id uuid,
        published_at timestamptz,
        CONSTRAINT pk_seatings PRIMARY KEY (evening_id),
        CONSTRAINT fk_seatings_evening_id FOREIGN KEY (evening_id) REFERENCES evenings (id) ON DELETE CASCADE,
        CONSTRAINT fk_seatings_block_id FOREIGN KEY (block_id) REFERENCES programme_blocks (id) ON DELETE SET NULL
      )`);
    await runner.query(`
      CREATE TABLE seating_tables (
        id uuid NOT NULL,
        evening_id uuid NOT NULL,
        position integer NOT NULL,
        name text NOT NULL,
        seats integer NOT NULL,
        accessible boolean NOT NULL,
        x integer NOT NULL,
        y integer NOT NULL,
        CONSTRAINT pk_seating_tables PRIMARY KEY (id),
        CONSTRAINT fk_seating_tables_evening_id FOREIGN KEY (evening_id)
          REFERENCES seatings (evening_id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX ix_seating_tables_evening_id ON seating_tables (evening_id)');
    await runner.query(`
      CREATE TABLE seating_pairs (
        evening_id uuid NOT NULL,
        one_id uuid NOT NULL,
        other_id uuid NOT NULL,
        is_together boolean NOT NULL,
        CONSTRAINT pk_seating_pairs PRIMARY KEY (evening_id, one_id, other_id, is_together),
        CONSTRAINT fk_seating_pairs_evening_id FOREIGN KEY (evening_id)
          REFERENCES seatings (evening_id) ON DELETE CASCADE,
        CONSTRAINT fk_seating_pairs_one_id FOREIGN KEY (one_id) REFERENCES registrations (id) ON DELETE CASCADE,
        CONSTRAINT fk_seating_pairs_other_id FOREIGN KEY (other_id) REFERENCES registrations (id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX ix_seating_pairs_one_id ON seating_pairs (one_id)');
    await runner.query('CREATE INDEX ix_seating_pairs_other_id ON seating_pairs (other_id)');
    await runner.query(`
      CREATE TABLE seating_choices (
        registration_id uuid NOT NULL,
        evening_id uuid NOT NULL,
        table_id uuid,
        is_aside boolean NOT NULL,
        CONSTRAINT pk_seating_choices PRIMARY KEY (registration_id),
        CONSTRAINT fk_seating_choices_registration_id FOREIGN KEY (registration_id)
          REFERENCES registrations (id) ON DELETE CASCADE,
        CONSTRAINT fk_seating_choices_evening_id FOREIGN KEY (evening_id)
          REFERENCES seatings (evening_id) ON DELETE CASCADE,
        CONSTRAINT fk_seating_choices_table_id FOREIGN KEY (table_id)
          REFERENCES seating_tables (id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX ix_seating_choices_evening_id ON seating_choices (evening_id)');
    await runner.query(`
      CREATE TABLE seating_places (
        plan_id uuid NOT NULL,
        round integer NOT NULL,
        registration_id uuid NOT NULL,
        evening_id uuid NOT NULL,
        table_id uuid NOT NULL,
        CONSTRAINT pk_seating_places PRIMARY KEY (plan_id, round, registration_id),
        CONSTRAINT fk_seating_places_registration_id FOREIGN KEY (registration_id)
          REFERENCES registrations (id) ON DELETE CASCADE,
        CONSTRAINT fk_seating_places_evening_id FOREIGN KEY (evening_id)
          REFERENCES seatings (evening_id) ON DELETE CASCADE,
        CONSTRAINT fk_seating_places_table_id FOREIGN KEY (table_id)
          REFERENCES seating_tables (id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX ix_seating_places_evening_id ON seating_places (evening_id)');
    await runner.query('CREATE INDEX ix_seating_places_registration_id ON seating_places (registration_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['places', 'choices', 'pairs', 'tables'])
      await runner.query(`DROP TABLE seating_${table}`);
    await runner.query('DROP TABLE seatings');
  }
}
