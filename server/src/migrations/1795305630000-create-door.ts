import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDoor1795305630000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE door_acts (
        id uuid NOT NULL,
        evening_id uuid NOT NULL,
        registration_id uuid NOT NULL,
        kind text NOT NULL,
        is_over_capacity boolean NOT NULL DEFAULT false,
        done_at timestamptz NOT NULL,
        done_by text NOT NULL,
        CONSTRAINT pk_door_acts PRIMARY KEY (id)
      )`);
    await runner.query(
      `CREATE INDEX ix_door_acts_evening_id_registration_id ON door_acts (evening_id, registration_id)`,
    );
    await runner.query(`CREATE INDEX ix_door_acts_registration_id ON door_acts (registration_id)`);
    await runner.query(`
      ALTER TABLE door_acts
        ADD CONSTRAINT fk_door_acts_evening_id FOREIGN KEY (evening_id) REFERENCES evenings(id) ON DELETE CASCADE`);
    await runner.query(`
      ALTER TABLE door_acts
        ADD CONSTRAINT fk_door_acts_registration_id FOREIGN KEY (registration_id) REFERENCES registrations(id) ON DELETE CASCADE`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE door_acts');
  }
}
