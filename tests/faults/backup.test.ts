import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { BadBackup } from '@hillo/server/backup/backup-file';
import { DatabaseInUse, restoreBackup } from '@hillo/server/backup/restore-backup';
import { writeBackup } from '@hillo/server/backup/write-backup';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { EveningFiller } from '../bench/ground/evening-filler.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { Browser } from '../support/browser-session.js';
import { createDatabase } from '../support/database.js';
import { brokenInvariants } from '../support/invariants.js';
import { TEST_KEYS } from '../support/keys.js';
import { type Guest, Room, scan } from '../support/room.js';

const PEOPLE = process.env['HILLO_TEST_FULL'] ? 5_000 : 200;
const WRITES_A_SECOND = 50;
const silent = () => undefined;

let folder: string;
let application: TestApplication;
let room: Room;
let guests: Guest[];

async function connected<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A hash of all rows of all tables but those that a backup leaves out. */
function digest(databaseUrl: string): Promise<string> {
  return connected(databaseUrl, async (client) => {
    const { rows } = await client.query<{ table: string }>(
      `SELECT quote_ident(table_name) AS table FROM information_schema.tables
       WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT IN ('migrations', 'kept_mails')`,
    );
    const everyRow = rows.map(({ table }) => `SELECT '${table}' || t::text AS row FROM ${table} AS t`);
    const all = await client.query<{ digest: string }>(
      `SELECT md5(string_agg(row, E'\\n' ORDER BY row)) AS digest FROM (${everyRow.join(' UNION ALL ')}) AS every_row`,
    );
    return all.rows[0]?.digest ?? '';
  });
}

/** The evening's pulse ticks at most two seconds after the last write. */
async function quiet(): Promise<string> {
  for (let before = ''; ;) {
    const now = await digest(application.databaseUrl);
    if (now === before) return now;
    before = now;
    await sleep(2_500);
  }
}

async function backUp(databaseUrl = application.databaseUrl): Promise<string> {
  const file = join(folder, `${randomBytes(4).toString('hex')}.backup`);
  await connected(databaseUrl, (client) => writeBackup(client, file, application.clock.now(), silent));
  return file;
}

async function restoredFrom(file: string): Promise<string> {
  const databaseUrl = await createDatabase(inject('postgresUrl'));
  await restoreBackup(databaseUrl, file, silent);
  return databaseUrl;
}

/** Pairs of the room scan each other, about fifty a second, until told to stop. */
function keepScanning(): { stop: () => Promise<number> } {
  const told = new AbortController();
  const scanning = (async () => {
    let sent = 0;
    for (let gap = 1; gap < guests.length; gap++)
      for (const [at, me] of guests.slice(0, -gap).entries()) {
        if (told.signal.aborted) return sent;
        if ((await scan(me, guests[at + gap] as Guest)).status === 200) sent++;
        await sleep(1000 / WRITES_A_SECOND);
      }
    return sent;
  })();
  return {
    stop: () => {
      told.abort();
      return scanning;
    },
  };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hillo-backup-'));
  application = await startTestApplication();
  const filler = await EveningFiller.open(application.databaseUrl);
  await filler.evening(PEOPLE, 10, 'full');
  await filler.close();
  room = await Room.open(application);
  guests = [];
  for (let at = 0; at < 24; at++) guests.push(await room.guest());
  await application.transactions.run((db) =>
    db.enqueue(
      'mails.send',
      { id: room.eveningId },
      { key: 'waits', runAt: new Date('2026-11-27T08:00:00Z') },
    ),
  );
});

afterAll(async () => {
  await application.close();
  await rm(folder, { recursive: true });
});

describe('backup and restore (T26)', () => {
  it('is of one moment while people scan, and comes back as that moment', async () => {
    const scans = keepScanning();
    await sleep(200);
    const file = await backUp();
    await sleep(200);
    expect(await scans.stop()).toBeGreaterThan(5);
    const then = await startTestApplication({ DATABASE_URL: await restoredFrom(file) });
    try {
      expect(await brokenInvariants(then.db)).toEqual([]);
    } finally {
      await then.close();
    }
  });

  it('brings every row back, waiting jobs too, and links still work', async () => {
    const then = await quiet();
    const databaseUrl = await restoredFrom(await backUp());
    expect(await digest(databaseUrl)).toBe(then);
    const restored = await startTestApplication({ DATABASE_URL: databaseUrl });
    try {
      const me = guests[0] as Guest;
      const phone = new Browser(restored, me.phone.cookieHeader);
      expect((await phone.get(`/api/me/${me.id}/card`)).body).toEqual(
        (await me.phone.get(`/api/me/${me.id}/card`)).body,
      );
      const personal = restored.tokens.derive('personal', me.id, 1);
      const link = await new Browser(restored).post('/api/personal-links/preview', { token: personal });
      expect(link.status).toBe(200);
      const jobs = 'SELECT task_identifier, key, run_at FROM graphile_worker.jobs WHERE key = $1';
      const jobsOf = (url: string) =>
        connected(url, async (client) => (await client.query<object>(jobs, ['waits'])).rows);
      const after = await jobsOf(databaseUrl);
      expect(after).toEqual(await jobsOf(application.databaseUrl));
      expect(after).toHaveLength(1);
    } finally {
      await restored.close();
    }
  });

  it('holds no key and no link, and only its owner may read it', async () => {
    const file = await backUp();
    const content = gunzipSync(await readFile(file)).toString('latin1');
    const me = guests[0] as Guest;
    const secrets = [TEST_KEYS.FIELD_KEY, TEST_KEYS.LINK_KEY].map((key) => key.split(':')[1] ?? key);
    for (const secret of [...secrets, me.badge, application.tokens.derive('personal', me.id, 1)])
      expect(content.includes(secret)).toBe(false);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('refuses a file that is cut or altered anywhere, and leaves the database empty', async () => {
    const whole = await readFile(await backUp());
    const bad: Buffer[] = [0, 1, 20, Math.floor(whole.length / 2), whole.length - 1].map((end) =>
      whole.subarray(0, end),
    );
    for (let at = 0; at < 20; at++) {
      const flipped = Buffer.from(whole);
      // The first ten bytes of gzip hold a time and a system that mean nothing.
      const byte = 10 + Math.floor((at / 20) * (whole.length - 10));
      flipped[byte] = (flipped[byte] ?? 0) ^ (1 << (at % 8));
      bad.push(flipped);
    }
    const text = gunzipSync(whole);
    const lines = text.toString('latin1').split('\n');
    const without = (at: number) => Buffer.from(lines.filter((_, line) => line !== at).join('\n'), 'latin1');
    bad.push(
      gzipSync(without(3)),
      gzipSync(without(lines.length - 2)),
      gzipSync(Buffer.concat([text, text])),
    );
    bad.push(gzipSync(Buffer.from('something else\n')), Buffer.from('no gzip'));

    const databaseUrl = await createDatabase(inject('postgresUrl'));
    const file = join(folder, 'bad.backup');
    for (const content of bad) {
      await writeFile(file, content);
      await expect(restoreBackup(databaseUrl, file, silent)).rejects.toThrow(BadBackup);
    }
    const tables = "SELECT FROM information_schema.tables WHERE table_schema = 'public'";
    const { rowCount } = await connected(databaseUrl, (client) => client.query(tables));
    expect(rowCount).toBe(0);
  });

  it('restores into nothing but an empty database', async () => {
    const file = await backUp();
    await expect(restoreBackup(application.databaseUrl, file, silent)).rejects.toThrow(DatabaseInUse);
  });

  it('leaves no half file when it fails', async () => {
    const empty = await createDatabase(inject('postgresUrl'));
    await expect(backUp(empty)).rejects.toThrow('nothing to back up');
    expect((await readdir(folder)).filter((name) => name.endsWith('.unfinished'))).toEqual([]);
  });
});
