import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRegistration1795305604000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE registrations (
        id uuid NOT NULL,
        evening_id uuid NOT NULL,
        kind text NOT NULL,
        accompanies_id uuid,
        state text NOT NULL,
        first_name text NOT NULL,
        last_name text NOT NULL DEFAULT '',
        email text,
        phone text,
        sector text NOT NULL,
        shows_exact_sector boolean NOT NULL DEFAULT false,
        affiliation text NOT NULL DEFAULT '',
        offers text NOT NULL DEFAULT '',
        needs text NOT NULL DEFAULT '',
        offer_tags text[] NOT NULL DEFAULT '{}',
        need_tags text[] NOT NULL DEFAULT '{}',
        share_fields text[] NOT NULL DEFAULT '{}',
        shares_with_everyone boolean NOT NULL DEFAULT false,
        draw_opt_in boolean NOT NULL DEFAULT false,
        plays boolean NOT NULL DEFAULT true,
        association_may_see boolean NOT NULL DEFAULT false,
        shows_last_name boolean NOT NULL DEFAULT false,
        announces_on_stage boolean NOT NULL DEFAULT false,
        locale text NOT NULL,
        personal_version integer NOT NULL DEFAULT '1',
        personal_hash text NOT NULL,
        badge_version integer NOT NULL DEFAULT '1',
        badge_hash text NOT NULL,
        spoken_code text NOT NULL,
        source text NOT NULL,
        agreed_how text NOT NULL DEFAULT '',
        queue_number bigint NOT NULL,
        opened_at timestamptz,
        checked_in_at timestamptz,
        checked_in_by text,
        cancelled_at timestamptz,
        created_at timestamptz NOT NULL,
        CONSTRAINT uq_registrations_evening_id_spoken_code UNIQUE (evening_id, spoken_code),
        CONSTRAINT uq_registrations_badge_hash UNIQUE (badge_hash),
        CONSTRAINT uq_registrations_personal_hash UNIQUE (personal_hash),
        CONSTRAINT ck_registrations_accompanies CHECK ((kind = 'person') = (accompanies_id IS NULL)),
        CONSTRAINT pk_registrations PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE access_needs (
        registration_id uuid NOT NULL,
        ciphertext text NOT NULL,
        state text NOT NULL DEFAULT 'open',
        told_at timestamptz,
        updated_at timestamptz NOT NULL,
        CONSTRAINT pk_access_needs PRIMARY KEY (registration_id)
      )`);
    await runner.query(`
      CREATE TABLE access_needs_reads (
        id uuid NOT NULL,
        registration_id uuid NOT NULL,
        account_id uuid NOT NULL,
        read_at timestamptz NOT NULL,
        CONSTRAINT pk_access_needs_reads PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE consents (
        id uuid NOT NULL,
        registration_id uuid NOT NULL,
        kind text NOT NULL,
        given boolean NOT NULL,
        text_version text NOT NULL,
        decided_at timestamptz NOT NULL,
        CONSTRAINT pk_consents PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE handovers (
        id uuid NOT NULL,
        registration_id uuid NOT NULL,
        token_hash text NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        CONSTRAINT uq_handovers_token_hash UNIQUE (token_hash),
        CONSTRAINT pk_handovers PRIMARY KEY (id)
      )`);
    await runner.query(`CREATE INDEX ix_registrations_accompanies_id ON registrations (accompanies_id)`);
    await runner.query(`
      ALTER TABLE registrations
        ADD CONSTRAINT fk_registrations_evening_id FOREIGN KEY (evening_id) REFERENCES evenings(id) ON DELETE CASCADE`);
    await runner.query(`
      ALTER TABLE registrations
        ADD CONSTRAINT fk_registrations_accompanies_id FOREIGN KEY (accompanies_id) REFERENCES registrations(id) ON DELETE CASCADE`);
    await runner.query(`
      ALTER TABLE access_needs
        ADD CONSTRAINT fk_access_needs_registration_id FOREIGN KEY (registration_id) REFERENCES registrations(id) ON DELETE CASCADE`);
    await runner.query(
      `CREATE INDEX ix_access_needs_reads_registration_id ON access_needs_reads (registration_id)`,
    );
    await runner.query(`CREATE INDEX ix_access_needs_reads_read_at ON access_needs_reads (read_at)`);
    await runner.query(`
      ALTER TABLE access_needs_reads
        ADD CONSTRAINT fk_access_needs_reads_account_id FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE`);
    await runner.query(`CREATE INDEX ix_consents_registration_id ON consents (registration_id)`);
    await runner.query(`
      ALTER TABLE consents
        ADD CONSTRAINT fk_consents_registration_id FOREIGN KEY (registration_id) REFERENCES registrations(id) ON DELETE CASCADE`);
    await runner.query(`CREATE INDEX ix_handovers_registration_id ON handovers (registration_id)`);
    await runner.query(`
      ALTER TABLE handovers
        ADD CONSTRAINT fk_handovers_registration_id FOREIGN KEY (registration_id) REFERENCES registrations(id) ON DELETE CASCADE`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE handovers, consents, access_needs_reads, access_needs, registrations');
  }
}
