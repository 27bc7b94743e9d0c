import type { DerivedTokens } from '@hillo/server/platform/tokens';
import { newId } from '@hillo/server/platform/clock';
import type { MemberRole } from '@hillo/domain/accounts';
import { searchKey } from '@hillo/domain/door';
import { createHash, randomBytes } from 'node:crypto';
import { Browser } from './browser-session.js';

/** What fixtures stand on: an application in this process, or one started as a program. */
export interface Ground {
  readonly url: string;
  readonly db: { execute(sql: string, parameters?: readonly unknown[]): Promise<number> };
  readonly clock: { now(): Date };
  readonly tokens: DerivedTokens;
}

export interface GrantFixture {
  readonly kind: 'account' | 'attendee' | 'device' | 'association';
  readonly subjectId: string;
  readonly eveningId: string | null;
  readonly role: string | null;
}

/** Rows put straight into tables: the ground under a test of another noun. Names are invented. */
export class Fixtures {
  private serial = 0;

  constructor(readonly application: Ground) {}

  async organisation(name = 'Esimerkkiverkosto'): Promise<string> {
    const id = newId();
    await this.application.db.execute(
      'INSERT INTO organisations (id, name, slug, created_at) VALUES ($1, $2, $3, $4)',
      [id, name, `org-${id}`, this.application.clock.now()],
    );
    return id;
  }

  async member(
    organisationId: string,
    roles: readonly MemberRole[],
  ): Promise<{ accountId: string; browser: Browser }> {
    const accountId = newId();
    const now = this.application.clock.now();
    await this.application.db.execute(
      'INSERT INTO accounts (id, email, name, created_at) VALUES ($1, $2, $3, $4)',
      [accountId, `member-${accountId}@example.org`, `Jäsen ${++this.serial}`, now],
    );
    await this.application.db.execute(
      'INSERT INTO members (id, organisation_id, account_id, roles, created_at) VALUES ($1, $2, $3, $4, $5)',
      [newId(), organisationId, accountId, roles, now],
    );
    return { accountId, browser: await this.account(accountId) };
  }

  async admin(): Promise<{ accountId: string; browser: Browser }> {
    const accountId = newId();
    await this.application.db.execute(
      'INSERT INTO accounts (id, email, name, is_admin, created_at) VALUES ($1, $2, $3, true, $4)',
      [accountId, `admin-${accountId}@example.org`, 'Ylläpito', this.application.clock.now()],
    );
    return { accountId, browser: await this.account(accountId) };
  }

  account(accountId: string): Promise<Browser> {
    return this.browser({
      kind: 'account',
      subjectId: accountId,
      eveningId: null,
      role: null,
    });
  }

  /** A published evening tonight from 17:00 to 20:00 in Helsinki, unless said otherwise by column. */
  async evening(organisationId: string, columns: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const id = newId();
    await this.insert('evenings', {
      id,
      organisation_id: organisationId,
      slug: `ilta-${id}`,
      state: 'published',
      theme_key: null,
      theme: 'Lapset ja perheet',
      starts_at: '2026-11-26T15:00:00Z',
      ends_at: '2026-11-26T18:00:00Z',
      time_zone: 'Europe/Helsinki',
      venue_name: 'Kylätalo',
      venue_address: 'Esimerkkitie 1, Järvenpää',
      created_at: this.application.clock.now(),
      published_at: this.application.clock.now(),
      ...columns,
    });
    return id;
  }

  /** A confirmed registration of an association's person, unless said otherwise by column. */
  async registration(eveningId: string, columns: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const id = newId();
    const { tokens } = this.application;
    const serial = ++this.serial;
    const person = {
      first_name: `Osallistuja${serial}`,
      last_name: 'Esimerkki',
      email: `osallistuja${serial}@example.org`,
      affiliation: 'Esimerkkiyhdistys ry',
      ...columns,
    } as { first_name: string; last_name: string; email: string | null; affiliation: string };
    await this.insert('registrations', {
      id,
      evening_id: eveningId,
      kind: 'person',
      state: 'confirmed',
      ...person,
      email_key: person.email?.toLowerCase() ?? null,
      search_key: searchKey({
        firstName: person.first_name,
        lastName: person.last_name,
        affiliation: person.affiliation,
      }),
      sector: 'association',
      locale: 'fi',
      personal_hash: tokens.deriveHash('personal', id, 1),
      badge_hash: tokens.deriveHash('badge', id, 1),
      spoken_code: String(100_000 + serial),
      source: 'form',
      queue_number: serial,
      created_at: this.application.clock.now(),
      ...columns,
    });
    return id;
  }

  /** The phone of an attendee. */
  attendee(eveningId: string, registrationId: string): Promise<Browser> {
    return this.browser({
      kind: 'attendee',
      subjectId: registrationId,
      eveningId,
      role: null,
    });
  }

  /** A crew phone or tablet of the evening. */
  async device(eveningId: string, role: 'door' | 'host'): Promise<{ deviceId: string; browser: Browser }> {
    const deviceId = newId();
    await this.insert('crew_devices', {
      id: deviceId,
      evening_id: eveningId,
      role,
      holder_name: 'Vapaaehtoinen',
      created_at: this.application.clock.now(),
      expires_at: '2030-01-01T00:00:00Z',
    });
    const browser = await this.browser({ kind: 'device', subjectId: deviceId, eveningId, role });
    return { deviceId, browser };
  }

  /** An association's view of the evening, opened to an address of it. */
  async associationView(eveningId: string, columns: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const id = newId();
    await this.insert('association_views', {
      id,
      evening_id: eveningId,
      affiliation: 'Esimerkkiyhdistys ry',
      email: 'hallitus@example.org',
      token_hash: this.application.tokens.deriveHash('association', id, 1),
      opened_by: `account:${id}`,
      created_at: this.application.clock.now(),
      expires_at: '2030-01-01T00:00:00Z',
      ...columns,
    });
    return id;
  }

  /** The cookie of a session that holds these grants, as after the clicks that give them. */
  async session(...grants: readonly GrantFixture[]): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const sessionId = newId();
    const now = this.application.clock.now();
    await this.insert('sessions', {
      id: sessionId,
      token_hash: createHash('sha256').update(token).digest('hex'),
      device_label: 'Test',
      created_at: now,
      seen_at: now,
      expires_at: new Date(now.getTime() + 30 * 24 * 3_600_000),
    });
    for (const grant of grants)
      await this.insert('session_grants', {
        id: newId(),
        session_id: sessionId,
        kind: grant.kind,
        subject_id: grant.subjectId,
        evening_id: grant.eveningId,
        role: grant.role,
        created_at: now,
        expires_at: null,
      });
    return token;
  }

  /** A browser that holds these grants. */
  async browser(...grants: readonly GrantFixture[]): Promise<Browser> {
    return new Browser(this.application, `hillo=${await this.session(...grants)}`);
  }

  async insert(table: string, columns: Readonly<Record<string, unknown>>): Promise<void> {
    const names = Object.keys(columns);
    await this.application.db.execute(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
      Object.values(columns),
    );
  }
}
