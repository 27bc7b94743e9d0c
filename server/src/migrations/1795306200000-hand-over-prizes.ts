import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Prizes in the hands of their winners; how each consent was given. */
export class HandOverPrizes1795306200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE prize_handovers (
        draw_id uuid NOT NULL,
        ticket text NOT NULL,
        with_whom text NOT NULL,
        handed_by text NOT NULL,
        handed_at timestamptz NOT NULL,
        CONSTRAINT pk_prize_handovers PRIMARY KEY (draw_id, ticket)
      )`);
    await runner.query(`
      ALTER TABLE prize_handovers
        ADD CONSTRAINT fk_prize_handovers_draw_id FOREIGN KEY (draw_id) REFERENCES draws(id) ON DELETE CASCADE`);
    await runner.query(`ALTER TABLE consents ADD COLUMN channel text NOT NULL DEFAULT 'form'`);
    // So far the form wrote its rows when it made the registration, and the own page later.
    await runner.query(`
      UPDATE consents c SET channel = 'own-page' FROM registrations r
      WHERE r.id = c.registration_id AND c.decided_at > r.created_at`);
    await runner.query(`ALTER TABLE consents ALTER COLUMN channel DROP DEFAULT`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE consents DROP COLUMN channel`);
    await runner.query(`DROP TABLE prize_handovers`);
  }
}
