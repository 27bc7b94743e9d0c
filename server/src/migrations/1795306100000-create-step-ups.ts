import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateStepUps1795306100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE step_ups (
        id uuid NOT NULL,
        session_id uuid,
        subject_kind text NOT NULL,
        subject_id uuid NOT NULL,
        purpose text NOT NULL,
        code_hash bytea NOT NULL,
        sent_at timestamptz NOT NULL,
        tries smallint NOT NULL DEFAULT 0,
        opened_at timestamptz,
        used_at timestamptz,
        replaced_at timestamptz,
        CONSTRAINT pk_step_ups PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX uq_step_ups_current ON step_ups (session_id, subject_kind, subject_id, purpose)
        WHERE replaced_at IS NULL`);
    await runner.query(
      'CREATE INDEX ix_step_ups_subject_kind_subject_id_sent_at ON step_ups (subject_kind, subject_id, sent_at)',
    );
    await runner.query('CREATE INDEX ix_step_ups_sent_at ON step_ups (sent_at)');
    await runner.query(`
      ALTER TABLE step_ups
        ADD CONSTRAINT fk_step_ups_session_id FOREIGN KEY (session_id) REFERENCES sessions(id) ON DELETE SET NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE step_ups');
  }
}
