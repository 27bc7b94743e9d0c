import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateBingo1795305606000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE bingo_prompts (
        evening_id uuid NOT NULL,
        position smallint NOT NULL,
        key text,
        title jsonb NOT NULL DEFAULT '{}',
        starter jsonb NOT NULL DEFAULT '{}',
        is_coloured boolean NOT NULL,
        CONSTRAINT ck_bingo_prompts_position CHECK (position BETWEEN 0 AND 8),
        CONSTRAINT pk_bingo_prompts PRIMARY KEY (evening_id, position)
      )`);
    await runner.query(`
      CREATE TABLE cards (
        id uuid NOT NULL,
        evening_id uuid NOT NULL,
        registration_id uuid NOT NULL,
        issued_at timestamptz NOT NULL,
        hidden_at timestamptz,
        ticket_since timestamptz,
        CONSTRAINT uq_cards_registration_id UNIQUE (registration_id),
        CONSTRAINT pk_cards PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE marks (
        card_id uuid NOT NULL,
        square smallint NOT NULL,
        encounter_id uuid,
        other_id uuid,
        marked_at timestamptz NOT NULL,
        marked_by text NOT NULL,
        CONSTRAINT uq_marks_card_id_other_id UNIQUE (card_id, other_id),
        CONSTRAINT ck_marks_square CHECK (square BETWEEN 0 AND 8),
        CONSTRAINT pk_marks PRIMARY KEY (card_id, square)
      )`);
    await runner.query(`
      ALTER TABLE bingo_prompts
        ADD CONSTRAINT fk_bingo_prompts_evening_id FOREIGN KEY (evening_id) REFERENCES evenings(id) ON DELETE CASCADE`);
    await runner.query(`CREATE INDEX ix_cards_evening_id ON cards (evening_id)`);
    await runner.query(`
      ALTER TABLE cards
        ADD CONSTRAINT fk_cards_evening_id FOREIGN KEY (evening_id) REFERENCES evenings(id) ON DELETE CASCADE`);
    await runner.query(`
      ALTER TABLE cards
        ADD CONSTRAINT fk_cards_registration_id FOREIGN KEY (registration_id) REFERENCES registrations(id) ON DELETE CASCADE`);
    await runner.query(`CREATE INDEX ix_marks_encounter_id ON marks (encounter_id)`);
    await runner.query(`
      ALTER TABLE marks
        ADD CONSTRAINT fk_marks_card_id FOREIGN KEY (card_id) REFERENCES cards(id) ON DELETE CASCADE`);
    await runner.query(`
      ALTER TABLE marks
        ADD CONSTRAINT fk_marks_encounter_id FOREIGN KEY (encounter_id) REFERENCES encounters(id) ON DELETE SET NULL`);
    await runner.query(`
      ALTER TABLE marks
        ADD CONSTRAINT fk_marks_other_id FOREIGN KEY (other_id) REFERENCES registrations(id) ON DELETE SET NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE marks, cards, bingo_prompts');
  }
}
