import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which entries of each phone of the door, made without network, have come (T51). */
export class CountDoorQueues1795310200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE door_queues (
        evening_id uuid NOT NULL,
        actor text NOT NULL,
        last integer NOT NULL,
        missing integer[] NOT NULL,
        lost integer NOT NULL,
        restarts integer NOT NULL,
        heard_at timestamptz NOT NULL,
        CONSTRAINT pk_door_queues PRIMARY KEY (evening_id, actor),
        CONSTRAINT fk_door_queues_evening_id FOREIGN KEY (evening_id) REFERENCES evenings (id) ON DELETE CASCADE
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE door_queues');
  }
}
