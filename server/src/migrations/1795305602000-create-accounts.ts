import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAccounts1795305602000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisations (
        id uuid NOT NULL,
        name text NOT NULL,
        slug text NOT NULL,
        locale text NOT NULL DEFAULT 'fi',
        time_zone text NOT NULL DEFAULT 'Europe/Helsinki',
        created_at timestamptz NOT NULL,
        CONSTRAINT uq_organisations_slug UNIQUE (slug),
        CONSTRAINT pk_organisations PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE accounts (
        id uuid NOT NULL,
        email text NOT NULL,
        name text NOT NULL,
        is_admin boolean NOT NULL DEFAULT false,
        locale text NOT NULL DEFAULT 'fi',
        created_at timestamptz NOT NULL,
        CONSTRAINT uq_accounts_email UNIQUE (email),
        CONSTRAINT pk_accounts PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE members (
        id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        account_id uuid NOT NULL,
        roles text[] NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT uq_members_organisation_id_account_id UNIQUE (organisation_id, account_id),
        CONSTRAINT pk_members PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE member_invitations (
        id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        email text NOT NULL,
        roles text[] NOT NULL,
        token_hash text NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        accepted_at timestamptz,
        CONSTRAINT uq_member_invitations_token_hash UNIQUE (token_hash),
        CONSTRAINT pk_member_invitations PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE sign_in_links (
        id uuid NOT NULL,
        account_id uuid NOT NULL,
        token_hash text NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        CONSTRAINT uq_sign_in_links_token_hash UNIQUE (token_hash),
        CONSTRAINT pk_sign_in_links PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE sessions (
        id uuid NOT NULL,
        token_hash text NOT NULL,
        device_label text NOT NULL,
        created_at timestamptz NOT NULL,
        seen_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT uq_sessions_token_hash UNIQUE (token_hash),
        CONSTRAINT pk_sessions PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE session_grants (
        id uuid NOT NULL,
        session_id uuid NOT NULL,
        kind text NOT NULL,
        subject_id uuid NOT NULL,
        evening_id uuid,
        role text,
        created_at timestamptz NOT NULL,
        expires_at timestamptz,
        CONSTRAINT uq_session_grants_session_id_kind_subject_id UNIQUE (session_id, kind, subject_id),
        CONSTRAINT pk_session_grants PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE passkeys (
        id uuid NOT NULL,
        account_id uuid NOT NULL,
        credential_id text NOT NULL,
        public_key bytea NOT NULL,
        counter bigint NOT NULL,
        transports text[] NOT NULL,
        label text NOT NULL,
        created_at timestamptz NOT NULL,
        used_at timestamptz,
        CONSTRAINT uq_passkeys_credential_id UNIQUE (credential_id),
        CONSTRAINT pk_passkeys PRIMARY KEY (id)
      )`);
    await runner.query(`CREATE INDEX ix_members_account_id ON members (account_id)`);
    await runner.query(`
      ALTER TABLE members
        ADD CONSTRAINT fk_members_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE`);
    await runner.query(`
      ALTER TABLE members
        ADD CONSTRAINT fk_members_account_id FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE`);
    await runner.query(
      `CREATE INDEX ix_member_invitations_organisation_id ON member_invitations (organisation_id)`,
    );
    await runner.query(`
      ALTER TABLE member_invitations
        ADD CONSTRAINT fk_member_invitations_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE`);
    await runner.query(`CREATE INDEX ix_sign_in_links_account_id ON sign_in_links (account_id)`);
    await runner.query(`
      ALTER TABLE sign_in_links
        ADD CONSTRAINT fk_sign_in_links_account_id FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE`);
    await runner.query(`CREATE INDEX ix_sessions_expires_at ON sessions (expires_at)`);
    await runner.query(`CREATE INDEX ix_session_grants_subject_id ON session_grants (subject_id)`);
    await runner.query(`
      ALTER TABLE session_grants
        ADD CONSTRAINT fk_session_grants_session_id FOREIGN KEY (session_id) REFERENCES sessions(id) ON DELETE CASCADE`);
    await runner.query(`CREATE INDEX ix_passkeys_account_id ON passkeys (account_id)`);
    await runner.query(`
      ALTER TABLE passkeys
        ADD CONSTRAINT fk_passkeys_account_id FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE passkeys, session_grants, sessions, sign_in_links, member_invitations, members, accounts, organisations',
    );
  }
}
