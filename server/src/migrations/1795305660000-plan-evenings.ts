import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An own name for the evening, answers on the venue that tell "no" from "not told", programme times that may be open, kept mails. */
export class PlanEvenings1795305660000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE evenings
        ADD COLUMN title text NOT NULL DEFAULT '',
        ADD COLUMN reminded_at timestamptz,
        DROP COLUMN venue_features`);
    await runner.query(`ALTER TABLE evenings ADD COLUMN venue_features jsonb NOT NULL DEFAULT '{}'`);
    await runner.query(`
      ALTER TABLE programme_blocks
        ADD COLUMN position integer NOT NULL,
        ADD COLUMN ends_at timestamptz,
        DROP COLUMN minutes,
        DROP COLUMN description,
        ALTER COLUMN starts_at DROP NOT NULL`);
    await runner.query(`
      CREATE TABLE kept_mails (
        message_id text NOT NULL,
        mail jsonb NOT NULL,
        kept_at timestamptz NOT NULL,
        CONSTRAINT pk_kept_mails PRIMARY KEY (message_id)
      )`);
    await runner.query('CREATE INDEX ix_kept_mails_kept_at ON kept_mails (kept_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE kept_mails');
    await runner.query('DELETE FROM programme_blocks WHERE starts_at IS NULL');
    await runner.query(`
      ALTER TABLE programme_blocks
        ALTER COLUMN starts_at SET NOT NULL,
        ADD COLUMN description text NOT NULL DEFAULT '',
        ADD COLUMN minutes integer NOT NULL DEFAULT 0,
        DROP COLUMN ends_at,
        DROP COLUMN position`);
    await runner.query('ALTER TABLE programme_blocks ALTER COLUMN minutes DROP DEFAULT');
    await runner.query(
      'ALTER TABLE evenings DROP COLUMN venue_features, DROP COLUMN reminded_at, DROP COLUMN title',
    );
    await runner.query(`ALTER TABLE evenings ADD COLUMN venue_features text[] NOT NULL DEFAULT '{}'`);
  }
}
