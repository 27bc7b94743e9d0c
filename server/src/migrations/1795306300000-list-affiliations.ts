import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The list of affiliations that an organisation keeps, and the folded words it is found by. */
export class ListAffiliations1795306300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE listed_affiliations (
        id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        name text NOT NULL,
        sector text NOT NULL,
        municipality text NOT NULL,
        match_key text NOT NULL,
        alphabet_key text NOT NULL,
        created_at timestamptz NOT NULL,
        retired_at timestamptz,
        CONSTRAINT pk_listed_affiliations PRIMARY KEY (id),
        CONSTRAINT uq_listed_affiliations_organisation_id_match_key UNIQUE (organisation_id, match_key),
        CONSTRAINT fk_listed_affiliations_organisation_id FOREIGN KEY (organisation_id)
          REFERENCES organisations (id) ON DELETE CASCADE
      )`);
    // Compared byte by byte, whatever order the database was made with: the key carries the Finnish alphabet.
    await runner.query(
      'CREATE INDEX ix_listed_affiliations_alphabet ON listed_affiliations (organisation_id, alphabet_key COLLATE "C", id)',
    );
    await runner.query(`
      CREATE TABLE affiliation_words (
        affiliation_id uuid NOT NULL,
        word text NOT NULL,
        organisation_id uuid NOT NULL,
        CONSTRAINT pk_affiliation_words PRIMARY KEY (affiliation_id, word),
        CONSTRAINT fk_affiliation_words_affiliation_id FOREIGN KEY (affiliation_id)
          REFERENCES listed_affiliations (id) ON DELETE CASCADE
      )`);
    await runner.query(
      'CREATE INDEX ix_affiliation_words_beginning ON affiliation_words (organisation_id, word text_pattern_ops)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE affiliation_words');
    await runner.query('DROP TABLE listed_affiliations');
  }
}
