import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The count of each question that phones were told last, so that what was lost with a process is found. */
export class KeepToldVotes1795310701000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE questions ADD COLUMN told_votes integer NOT NULL DEFAULT 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE questions DROP COLUMN told_votes');
  }
}
