import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePasskeyChallenges1795305661000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE passkey_challenges (
        id uuid NOT NULL,
        challenge text NOT NULL,
        account_id uuid,
        expires_at timestamptz NOT NULL,
        CONSTRAINT pk_passkey_challenges PRIMARY KEY (id)
      )`);
    await runner.query('CREATE INDEX ix_passkey_challenges_account_id ON passkey_challenges (account_id)');
    await runner.query('CREATE INDEX ix_passkey_challenges_expires_at ON passkey_challenges (expires_at)');
    await runner.query(`
      ALTER TABLE passkey_challenges
        ADD CONSTRAINT fk_passkey_challenges_account_id FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE passkey_challenges');
  }
}
