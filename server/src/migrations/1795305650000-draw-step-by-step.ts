import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Prizes as the freeze found them, winners passed over in their order, the words of a void draw. */
export class DrawStepByStep1795305650000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE draw_awards');
    await runner.query(`
      CREATE TABLE draw_passes (
        draw_id uuid NOT NULL,
        turn integer NOT NULL,
        ticket text NOT NULL,
        reason text NOT NULL,
        passed_by text NOT NULL,
        passed_at timestamptz NOT NULL,
        CONSTRAINT uq_draw_passes_draw_id_ticket UNIQUE (draw_id, ticket),
        CONSTRAINT pk_draw_passes PRIMARY KEY (draw_id, turn)
      )`);
    await runner.query(`
      ALTER TABLE draw_passes
        ADD CONSTRAINT fk_draw_passes_draw_id FOREIGN KEY (draw_id) REFERENCES draws(id) ON DELETE CASCADE`);
    await runner.query(`ALTER TABLE draws DROP COLUMN prize_count, ADD COLUMN prizes jsonb`);
    await runner.query(`ALTER TABLE draws ADD COLUMN void_words text NOT NULL DEFAULT ''`);
    await runner.query(`ALTER TABLE draws ALTER COLUMN previous_hash SET NOT NULL`);
    await runner.query(`ALTER TABLE draws ALTER COLUMN chain_hash SET NOT NULL`);
    await runner.query(`ALTER TABLE prizes RENAME COLUMN title TO words`);
    await runner.query(`ALTER TABLE prizes DROP COLUMN description`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE prizes ADD COLUMN description text NOT NULL DEFAULT ''`);
    await runner.query(`ALTER TABLE prizes RENAME COLUMN words TO title`);
    await runner.query(`ALTER TABLE draws ALTER COLUMN chain_hash DROP NOT NULL`);
    await runner.query(`ALTER TABLE draws ALTER COLUMN previous_hash DROP NOT NULL`);
    await runner.query(`ALTER TABLE draws DROP COLUMN void_words`);
    await runner.query(`ALTER TABLE draws DROP COLUMN prizes, ADD COLUMN prize_count integer`);
    await runner.query('DROP TABLE draw_passes');
    await runner.query(`
      CREATE TABLE draw_awards (
        draw_id uuid NOT NULL,
        place integer NOT NULL,
        prize_id uuid NOT NULL,
        state text NOT NULL,
        reason text NOT NULL DEFAULT '',
        decided_at timestamptz NOT NULL,
        CONSTRAINT pk_draw_awards PRIMARY KEY (draw_id, place),
        CONSTRAINT fk_draw_awards_draw_id FOREIGN KEY (draw_id) REFERENCES draws(id) ON DELETE CASCADE,
        CONSTRAINT fk_draw_awards_prize_id FOREIGN KEY (prize_id) REFERENCES prizes(id) ON DELETE CASCADE
      )`);
  }
}
