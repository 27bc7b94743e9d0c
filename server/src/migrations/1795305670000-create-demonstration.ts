import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That a demonstration was loaded, and whether it was removed: then it is not loaded again. */
export class CreateDemonstration1795305670000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE demonstrations (
        id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        account_ids uuid[] NOT NULL,
        loaded_at timestamptz NOT NULL,
        removed_at timestamptz,
        CONSTRAINT pk_demonstrations PRIMARY KEY (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE demonstrations');
  }
}
