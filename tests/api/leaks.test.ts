import pg from 'pg';
import { DerivedTokens } from '@hillo/server/platform/tokens';
import { playEvening } from '@hillo/testing/simulate/evening';
import { inventPeople } from '@hillo/testing/people';
import { seededRandom } from '@hillo/testing/random';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type BuiltServer, startBuiltServer } from '../support/built-server.js';
import { cloneTemplate } from '../support/database.js';
import { Fixtures } from '../support/fixtures.js';
import { TEST_KEYS } from '../support/keys.js';
import { newId } from '@hillo/server/platform/clock';

const PEOPLE = 12;
const SEED = 'leaks';

let server: BuiltServer;
let pool: pg.Pool;
let dump: Readonly<Record<string, string>>;
let issued: readonly string[];

const tokens = new DerivedTokens(TEST_KEYS.LINK_KEY);

/** An evening is played at the built server with its log wide open; then everything it left behind is read (T38). */
beforeAll(async () => {
  const databaseUrl = await cloneTemplate(inject('postgresUrl'));
  server = await startBuiltServer(databaseUrl, { LOG_LEVEL: 'debug' });
  pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const fixtures = new Fixtures({
    url: server.url,
    tokens,
    clock: { now: () => new Date() },
    db: { execute: async (sql, parameters = []) => (await pool.query(sql, [...parameters])).rowCount ?? 0 },
  });
  const organisation = await fixtures.organisation();
  const { accountId } = await fixtures.member(organisation, ['organiser']);
  const link = newId();
  await fixtures.insert('sign_in_links', {
    id: link,
    account_id: accountId,
    token_hash: tokens.deriveHash('sign-in', link, 1),
    created_at: new Date(),
    expires_at: new Date(Date.now() + 600_000),
  });
  const signIn = tokens.derive('sign-in', link, 1);
  await playEvening(
    {
      url: server.url,
      people: PEOPLE,
      seed: SEED,
      organiserLink: `${server.url}/s/${signIn}`,
      scans: 4,
      pace: 0,
      twice: 0,
      patience: 0,
    },
    () => undefined,
  );
  dump = await readEverything();
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM registrations');
  issued = [
    signIn,
    ...rows.flatMap(({ id }) => [tokens.derive('personal', id, 1), tokens.derive('badge', id, 1)]),
  ];
}, 120_000);

afterAll(async () => {
  await pool.end();
  await server.stop();
});

async function readEverything(): Promise<Record<string, string>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_schema IN ('public', 'graphile_worker') AND table_type = 'BASE TABLE'`,
  );
  const texts: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: string }>(`SELECT t::text AS row FROM ${name} AS t`);
    texts[name] = rows.map(({ row }) => row).join('\n');
  }
  return texts;
}

/** Tables that may hold what people told of themselves. */
const PERSONAL = /registrations|accounts|kept_mails|access_needs|member_invitations|association_views/;

describe('what an evening leaves behind (T38)', () => {
  it('played at all', () => {
    expect(issued.length).toBe(1 + 2 * PEOPLE);
    expect(dump['public.encounters']).not.toBe('');
  });

  it('holds no token in the database, kept mails aside', () => {
    const leaks = Object.entries(dump)
      .filter(([name]) => !name.endsWith('kept_mails'))
      .filter(([, text]) => issued.some((token) => text.includes(token)));
    expect(leaks.map(([name]) => name)).toEqual([]);
  });

  it('holds names and addresses in their tables only: none in streams, operations or jobs', () => {
    const people = inventPeople(PEOPLE, seededRandom(SEED));
    const leaks = Object.entries(dump)
      .filter(([name]) => !PERSONAL.test(name))
      .filter(([, text]) =>
        people.some(({ email, lastName }) => text.includes(email) || text.includes(lastName)),
      );
    expect(leaks.map(([name]) => name)).toEqual([]);
  });

  it('wrote neither tokens nor people into the log', () => {
    const log = server.output();
    const people = inventPeople(PEOPLE, seededRandom(SEED));
    for (const secret of [
      ...issued,
      ...people.map(({ email }) => email),
      ...people.map(({ lastName }) => lastName),
    ])
      expect(log).not.toContain(secret);
  });
});
