import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateErasures1795306102000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE erasures (
        registration_id uuid NOT NULL,
        evening_id uuid NOT NULL,
        erased_at timestamptz NOT NULL,
        last_letter text,
        CONSTRAINT pk_erasures PRIMARY KEY (registration_id)
      )`);
    await runner.query('CREATE INDEX ix_erasures_evening_id ON erasures (evening_id)');
    await runner.query(`
      ALTER TABLE erasures
        ADD CONSTRAINT fk_erasures_evening_id FOREIGN KEY (evening_id) REFERENCES evenings(id) ON DELETE CASCADE`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE erasures');
  }
}
