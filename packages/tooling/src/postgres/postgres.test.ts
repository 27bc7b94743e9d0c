import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startPostgres, type RunningPostgres } from './index.js';
import { pulseOf, readLockFile } from './lock-file.js';

let parent: string;
let dataDir: string;
let running: RunningPostgres[];

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'hillo-launcher-'));
  chmodSync(parent, 0o755);
  dataDir = join(parent, 'postgres');
  running = [];
});

afterEach(async () => {
  for (const server of running) await server.stop();
  rmSync(parent, { recursive: true });
});

async function start({ fast = true } = {}): Promise<RunningPostgres> {
  const server = await startPostgres({ dataDir, fast });
  running.push(server);
  return server;
}

async function ask<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

function postmaster(): number {
  return readLockFile(join(dataDir, 'cluster'))?.pid ?? 0;
}

describe('startPostgres', () => {
  it('keeps data over a stop and a start, and ends with stop()', async () => {
    const first = await start();
    await ask(first.url, `create table kept as select lower('ÄÖ') as word`);
    const pid = postmaster();
    await first.stop();
    expect(pulseOf(pid)).not.toBe('alive');
    expect(existsSync(join(dataDir, 'cluster', 'postmaster.pid'))).toBe(false);

    const second = await start();
    expect(await ask(second.url, 'select word from kept')).toEqual([{ word: 'äö' }]);
  }, 30_000);

  it('adopts the server that runs, and only the last one to stop ends it', async () => {
    const first = await start();
    const second = await start();
    expect(second.url).toBe(first.url);
    await first.stop();
    expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    const pid = postmaster();
    await second.stop();
    expect(pulseOf(pid)).not.toBe('alive');
  }, 30_000);

  it('starts again after its server was killed, with what was committed', async () => {
    const first = await start({ fast: false });
    await ask(first.url, 'create table kept as select 7 as number');
    const killed = postmaster();
    process.kill(killed, 'SIGKILL');
    const second = await start({ fast: false });
    expect(postmaster()).not.toBe(killed);
    expect(await ask(second.url, 'select number from kept')).toEqual([{ number: 7 }]);
  }, 30_000);

  it('works below a folder that only its owner may enter, with the password in a file of mode 0600', async () => {
    chmodSync(parent, 0o700);
    const { url } = await start();
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    const file = join(dataDir, 'password');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(url).toContain(readFileSync(file, 'utf8'));
    expect(url).toMatch(/^postgres:\/\/hillo:[\w-]{32}@127\.0\.0\.1:\d+\/hillo$/);
  }, 30_000);

  it('says in one sentence that a folder cannot be written', async () => {
    writeFileSync(join(parent, 'file'), '');
    dataDir = join(parent, 'file', 'postgres'); // not even root can make a folder in a file
    await expect(start()).rejects.toThrow(/^The folder .*\/file\/postgres cannot be written/);
  });
});
