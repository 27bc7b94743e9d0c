import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateContacts1795305608000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE association_views (
        id uuid NOT NULL,
        evening_id uuid NOT NULL,
        affiliation text NOT NULL,
        email text NOT NULL,
        token_hash text NOT NULL,
        token_version integer NOT NULL DEFAULT '1',
        opened_by text NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz,
        CONSTRAINT uq_association_views_token_hash UNIQUE (token_hash),
        CONSTRAINT pk_association_views PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE contact_exports (
        id uuid NOT NULL,
        evening_id uuid NOT NULL,
        actor text NOT NULL,
        format text NOT NULL,
        rows integer NOT NULL,
        exported_at timestamptz NOT NULL,
        CONSTRAINT pk_contact_exports PRIMARY KEY (id)
      )`);
    await runner.query(`CREATE INDEX ix_association_views_evening_id ON association_views (evening_id)`);
    await runner.query(`
      ALTER TABLE association_views
        ADD CONSTRAINT fk_association_views_evening_id FOREIGN KEY (evening_id) REFERENCES evenings(id) ON DELETE CASCADE`);
    await runner.query(`CREATE INDEX ix_contact_exports_evening_id ON contact_exports (evening_id)`);
    await runner.query(`
      ALTER TABLE contact_exports
        ADD CONSTRAINT fk_contact_exports_evening_id FOREIGN KEY (evening_id) REFERENCES evenings(id) ON DELETE CASCADE`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE contact_exports, association_views');
  }
}
