import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Questions to the panel, votes for them, and who is not asked any more. `pg_trgm` finds questions that are alike. */
export class CreatePanel1795310700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    await runner.query(`
      CREATE TABLE panels (
        evening_id uuid NOT NULL,
        phase text NOT NULL DEFAULT 'collecting',
        is_moderated boolean NOT NULL DEFAULT true,
        order_version integer NOT NULL DEFAULT 0,
        note text NOT NULL DEFAULT '',
        CONSTRAINT pk_panels PRIMARY KEY (evening_id),
        CONSTRAINT fk_panels_evening_id FOREIGN KEY (evening_id) REFERENCES evenings (id) ON DELETE CASCADE
      )`);
    await runner.query(`
      CREATE TABLE questions (
        id uuid NOT NULL,
        evening_id uuid NOT NULL,
        asker_id uuid,
        with_name boolean NOT NULL,
        aim text NOT NULL,
        speaker text NOT NULL DEFAULT '',
        text text NOT NULL,
        original_text text,
        search_key text NOT NULL,
        state text NOT NULL,
        source text NOT NULL,
        entered_by text,
        merged_into_id uuid,
        place integer,
        answer text NOT NULL DEFAULT '',
        hide_reason text,
        hide_words text NOT NULL DEFAULT '',
        version integer NOT NULL DEFAULT 0,
        votes_kept integer NOT NULL DEFAULT 0,
        follows boolean NOT NULL DEFAULT false,
        for_table_at timestamptz,
        asked_at timestamptz NOT NULL,
        answered_at timestamptz,
        CONSTRAINT pk_questions PRIMARY KEY (id),
        CONSTRAINT ck_questions_merged CHECK ((state = 'merged') = (merged_into_id IS NOT NULL)),
        CONSTRAINT fk_questions_evening_id FOREIGN KEY (evening_id) REFERENCES evenings (id) ON DELETE CASCADE,
        CONSTRAINT fk_questions_asker_id FOREIGN KEY (asker_id) REFERENCES registrations (id) ON DELETE SET NULL,
        CONSTRAINT fk_questions_merged_into_id FOREIGN KEY (merged_into_id) REFERENCES questions (id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX ix_questions_evening_id ON questions (evening_id)');
    await runner.query('CREATE INDEX ix_questions_asker_id ON questions (asker_id)');
    await runner.query('CREATE INDEX ix_questions_merged_into_id ON questions (merged_into_id)');
    await runner.query(
      "CREATE UNIQUE INDEX uq_questions_on_stage ON questions (evening_id) WHERE state = 'on-stage'",
    );
    await runner.query(`
      CREATE TABLE question_votes (
        question_id uuid NOT NULL,
        registration_id uuid NOT NULL,
        CONSTRAINT pk_question_votes PRIMARY KEY (question_id, registration_id),
        CONSTRAINT fk_question_votes_question_id FOREIGN KEY (question_id) REFERENCES questions (id) ON DELETE CASCADE,
        CONSTRAINT fk_question_votes_registration_id FOREIGN KEY (registration_id)
          REFERENCES registrations (id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX ix_question_votes_registration_id ON question_votes (registration_id)');
    await runner.query(`
      CREATE TABLE question_mutes (
        question_id uuid NOT NULL,
        registration_id uuid NOT NULL,
        muted_by text NOT NULL,
        CONSTRAINT pk_question_mutes PRIMARY KEY (question_id),
        CONSTRAINT fk_question_mutes_question_id FOREIGN KEY (question_id) REFERENCES questions (id) ON DELETE CASCADE,
        CONSTRAINT fk_question_mutes_registration_id FOREIGN KEY (registration_id)
          REFERENCES registrations (id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX ix_question_mutes_registration_id ON question_mutes (registration_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE question_mutes, question_votes, questions, panels');
    await runner.query('DROP EXTENSION pg_trgm');
  }
}
