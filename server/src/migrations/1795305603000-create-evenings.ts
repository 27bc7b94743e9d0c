import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateEvenings1795305603000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE evenings (
        id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        slug text NOT NULL,
        state text NOT NULL,
        theme_key text,
        theme text NOT NULL,
        description text NOT NULL DEFAULT '',
        can_do text NOT NULL DEFAULT '',
        cannot_do text NOT NULL DEFAULT '',
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        time_zone text NOT NULL,
        venue_name text NOT NULL,
        venue_address text NOT NULL DEFAULT '',
        venue_features text[] NOT NULL DEFAULT '{}',
        venue_notes text NOT NULL DEFAULT '',
        capacity integer,
        registration_opens_at timestamptz,
        registration_closes_at timestamptz,
        registration_open_by_hand boolean,
        side_overrides jsonb NOT NULL DEFAULT '{}',
        sequence integer NOT NULL DEFAULT '0',
        is_demonstration boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL,
        published_at timestamptz,
        closed_at timestamptz,
        cancelled_at timestamptz,
        CONSTRAINT uq_evenings_slug UNIQUE (slug),
        CONSTRAINT ck_evenings_capacity CHECK (capacity > 0),
        CONSTRAINT ck_evenings_times CHECK (ends_at > starts_at),
        CONSTRAINT pk_evenings PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE programme_blocks (
        id uuid NOT NULL,
        evening_id uuid NOT NULL,
        kind text NOT NULL,
        title text NOT NULL,
        description text NOT NULL DEFAULT '',
        starts_at timestamptz NOT NULL,
        minutes integer NOT NULL,
        is_tentative boolean NOT NULL DEFAULT true,
        CONSTRAINT pk_programme_blocks PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE share_images (
        evening_id uuid NOT NULL,
        png bytea NOT NULL,
        made_at timestamptz NOT NULL,
        CONSTRAINT pk_share_images PRIMARY KEY (evening_id)
      )`);
    await runner.query(`
      CREATE TABLE crew_links (
        id uuid NOT NULL,
        evening_id uuid NOT NULL,
        role text NOT NULL,
        token_hash text NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        claimed_at timestamptz,
        CONSTRAINT uq_crew_links_token_hash UNIQUE (token_hash),
        CONSTRAINT pk_crew_links PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE crew_devices (
        id uuid NOT NULL,
        evening_id uuid NOT NULL,
        role text NOT NULL,
        holder_name text NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz,
        CONSTRAINT pk_crew_devices PRIMARY KEY (id)
      )`);
    await runner.query(`CREATE INDEX ix_evenings_organisation_id ON evenings (organisation_id)`);
    await runner.query(`CREATE INDEX ix_evenings_starts_at ON evenings (starts_at)`);
    await runner.query(`
      ALTER TABLE evenings
        ADD CONSTRAINT fk_evenings_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE`);
    await runner.query(`CREATE INDEX ix_programme_blocks_evening_id ON programme_blocks (evening_id)`);
    await runner.query(`
      ALTER TABLE programme_blocks
        ADD CONSTRAINT fk_programme_blocks_evening_id FOREIGN KEY (evening_id) REFERENCES evenings(id) ON DELETE CASCADE`);
    await runner.query(`
      ALTER TABLE share_images
        ADD CONSTRAINT fk_share_images_evening_id FOREIGN KEY (evening_id) REFERENCES evenings(id) ON DELETE CASCADE`);
    await runner.query(`CREATE INDEX ix_crew_links_evening_id ON crew_links (evening_id)`);
    await runner.query(`
      ALTER TABLE crew_links
        ADD CONSTRAINT fk_crew_links_evening_id FOREIGN KEY (evening_id) REFERENCES evenings(id) ON DELETE CASCADE`);
    await runner.query(`CREATE INDEX ix_crew_devices_evening_id ON crew_devices (evening_id)`);
    await runner.query(`
      ALTER TABLE crew_devices
        ADD CONSTRAINT fk_crew_devices_evening_id FOREIGN KEY (evening_id) REFERENCES evenings(id) ON DELETE CASCADE`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE crew_devices, crew_links, share_images, programme_blocks, evenings');
  }
}
