import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDraw1795305607000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE prizes (
        id uuid NOT NULL,
        evening_id uuid NOT NULL,
        position integer NOT NULL,
        kind text NOT NULL,
        title text NOT NULL,
        description text NOT NULL DEFAULT '',
        CONSTRAINT pk_prizes PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE draws (
        id uuid NOT NULL,
        evening_id uuid NOT NULL,
        number integer NOT NULL,
        state text NOT NULL,
        secret bytea NOT NULL,
        ticket_key bytea NOT NULL,
        commitment text NOT NULL,
        prize_count integer,
        tickets text[],
        list text,
        public_number text,
        seed text,
        ticket_order text[],
        void_reason text,
        previous_hash text,
        chain_hash text,
        started_by text NOT NULL,
        committed_at timestamptz NOT NULL,
        frozen_at timestamptz,
        seeded_at timestamptz,
        ended_at timestamptz,
        CONSTRAINT uq_draws_evening_id_number UNIQUE (evening_id, number),
        CONSTRAINT pk_draws PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE draw_tickets (
        draw_id uuid NOT NULL,
        registration_id uuid NOT NULL,
        ticket text NOT NULL,
        CONSTRAINT uq_draw_tickets_draw_id_ticket UNIQUE (draw_id, ticket),
        CONSTRAINT pk_draw_tickets PRIMARY KEY (draw_id, registration_id)
      )`);
    await runner.query(`
      CREATE TABLE draw_awards (
        draw_id uuid NOT NULL,
        place integer NOT NULL,
        prize_id uuid NOT NULL,
        state text NOT NULL,
        reason text NOT NULL DEFAULT '',
        decided_at timestamptz NOT NULL,
        CONSTRAINT pk_draw_awards PRIMARY KEY (draw_id, place)
      )`);
    await runner.query(`CREATE INDEX ix_prizes_evening_id ON prizes (evening_id)`);
    await runner.query(`
      ALTER TABLE prizes
        ADD CONSTRAINT fk_prizes_evening_id FOREIGN KEY (evening_id) REFERENCES evenings(id) ON DELETE CASCADE`);
    await runner.query(
      `CREATE UNIQUE INDEX uq_draws_open ON draws (evening_id) WHERE state IN ('committed', 'frozen', 'seeded')`,
    );
    await runner.query(`
      ALTER TABLE draws
        ADD CONSTRAINT fk_draws_evening_id FOREIGN KEY (evening_id) REFERENCES evenings(id) ON DELETE CASCADE`);
    await runner.query(`CREATE INDEX ix_draw_tickets_registration_id ON draw_tickets (registration_id)`);
    await runner.query(`
      ALTER TABLE draw_tickets
        ADD CONSTRAINT fk_draw_tickets_draw_id FOREIGN KEY (draw_id) REFERENCES draws(id) ON DELETE CASCADE`);
    await runner.query(`
      ALTER TABLE draw_tickets
        ADD CONSTRAINT fk_draw_tickets_registration_id FOREIGN KEY (registration_id) REFERENCES registrations(id) ON DELETE CASCADE`);
    await runner.query(`
      ALTER TABLE draw_awards
        ADD CONSTRAINT fk_draw_awards_draw_id FOREIGN KEY (draw_id) REFERENCES draws(id) ON DELETE CASCADE`);
    await runner.query(`
      ALTER TABLE draw_awards
        ADD CONSTRAINT fk_draw_awards_prize_id FOREIGN KEY (prize_id) REFERENCES prizes(id) ON DELETE CASCADE`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE draw_awards, draw_tickets, draws, prizes');
  }
}
