import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who removed an encounter, whom a sharing text named, the draw's freeze on the cards. */
export class SettleCards1795305640000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE encounters
        ADD COLUMN removed_by_id uuid,
        ADD CONSTRAINT ck_encounters_removed CHECK ((removed_at IS NULL) = (removed_by_id IS NULL))`);
    await runner.query('ALTER TABLE encounter_parties ADD COLUMN sharing_audience text');
    await runner.query(`
      ALTER TABLE cards
        ADD COLUMN frozen_at timestamptz,
        ADD COLUMN rev integer NOT NULL DEFAULT 0`);
    await runner.query('CREATE INDEX ix_cards_frozen ON cards (evening_id) WHERE frozen_at IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ix_cards_frozen');
    await runner.query('ALTER TABLE cards DROP COLUMN frozen_at, DROP COLUMN rev');
    await runner.query('ALTER TABLE encounter_parties DROP COLUMN sharing_audience');
    await runner.query(
      'ALTER TABLE encounters DROP CONSTRAINT ck_encounters_removed, DROP COLUMN removed_by_id',
    );
  }
}
