import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the big screen of an evening shows, and what it showed before. */
export class CreateStages1795310911000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE stages (
        evening_id uuid NOT NULL,
        version integer DEFAULT 0 NOT NULL,
        scene text DEFAULT 'welcome' NOT NULL,
        block_id uuid,
        round integer,
        previous_scene text,
        previous_block_id uuid,
        previous_round integer,
        shown_at timestamptz,
        CONSTRAINT pk_stages PRIMARY KEY (evening_id),
        CONSTRAINT fk_stages_evening_id FOREIGN KEY (evening_id) REFERENCES evenings (id) ON DELETE CASCADE
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE stages');
  }
}
