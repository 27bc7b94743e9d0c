import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOperations1795305601000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE operations (
        actor text NOT NULL,
        operation_id uuid NOT NULL,
        route text NOT NULL,
        body_hash text NOT NULL,
        result_id text NOT NULL,
        performed_at timestamptz NOT NULL,
        CONSTRAINT pk_operations PRIMARY KEY (actor, operation_id)
      )`);
    await runner.query(`
      CREATE TABLE streams (
        name text NOT NULL,
        rev bigint NOT NULL,
        CONSTRAINT pk_streams PRIMARY KEY (name)
      )`);
    await runner.query(`
      CREATE TABLE stream_changes (
        stream text NOT NULL,
        rev bigint NOT NULL,
        kind text NOT NULL,
        payload jsonb NOT NULL,
        changed_at timestamptz NOT NULL,
        CONSTRAINT pk_stream_changes PRIMARY KEY (stream, rev)
      )`);
    await runner.query(`CREATE INDEX ix_operations_performed_at ON operations (performed_at)`);
    await runner.query(`CREATE INDEX ix_stream_changes_changed_at ON stream_changes (changed_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE stream_changes, streams, operations');
  }
}
