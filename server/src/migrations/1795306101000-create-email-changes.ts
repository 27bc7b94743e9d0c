import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateEmailChanges1795306101000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE email_changes (
        id uuid NOT NULL,
        registration_id uuid NOT NULL,
        email text NOT NULL,
        token_hash text NOT NULL,
        previous_email text,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        confirmed_at timestamptz,
        replaced_at timestamptz,
        CONSTRAINT pk_email_changes PRIMARY KEY (id),
        CONSTRAINT uq_email_changes_token_hash UNIQUE (token_hash)
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX uq_email_changes_open ON email_changes (registration_id)
        WHERE confirmed_at IS NULL AND replaced_at IS NULL`);
    await runner.query(
      'CREATE INDEX ix_email_changes_registration_id_created_at ON email_changes (registration_id, created_at)',
    );
    await runner.query(`
      ALTER TABLE email_changes
        ADD CONSTRAINT fk_email_changes_registration_id FOREIGN KEY (registration_id) REFERENCES registrations(id) ON DELETE CASCADE`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE email_changes');
  }
}
