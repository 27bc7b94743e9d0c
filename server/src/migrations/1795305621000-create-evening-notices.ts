import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words to everybody registered and waiting, and the access host's words to one person. */
export class CreateEveningNotices1795305621000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE access_needs ADD COLUMN words text NOT NULL DEFAULT ''`);
    await runner.query(`
      CREATE TABLE evening_notices (
        id uuid NOT NULL,
        evening_id uuid NOT NULL,
        kind text NOT NULL,
        changes text[] NOT NULL DEFAULT '{}',
        before jsonb NOT NULL,
        words text NOT NULL DEFAULT '',
        created_at timestamptz NOT NULL,
        CONSTRAINT pk_evening_notices PRIMARY KEY (id)
      )`);
    await runner.query('CREATE INDEX ix_evening_notices_evening_id ON evening_notices (evening_id)');
    await runner.query(`
      ALTER TABLE evening_notices
        ADD CONSTRAINT fk_evening_notices_evening_id FOREIGN KEY (evening_id) REFERENCES evenings(id) ON DELETE CASCADE`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE evening_notices');
    await runner.query('ALTER TABLE access_needs DROP COLUMN words');
  }
}
