import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { EveningFiller } from '../bench/ground/evening-filler.js';
import { cloneTemplate } from '../support/database.js';

const project = join(import.meta.dirname, '../..');

let folder: string;
let databaseUrl: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hillo-commands-'));
  databaseUrl = await cloneTemplate(inject('postgresUrl'));
  const filler = await EveningFiller.open(databaseUrl);
  await filler.evening(80, 10, 'full');
  await filler.close();
});

afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** A root command, as npm runs it, on a data folder of its own. */
function run(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const { NODE_ENV: _, DATABASE_URL: __, NODE_OPTIONS: ___, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(project, 'packages/tooling/run.mjs'), command, ...args], {
    cwd: project,
    env: { ...inherited, INIT_CWD: folder, DATA_DIR: join(folder, 'data'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { output: '', errors: '' };
  child.stdout.on('data', (chunk) => (said.output += String(chunk)));
  child.stderr.on('data', (chunk) => (said.errors += String(chunk)));
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => done({ code, ...said }));
  });
}

// Each starts a program or several, on a machine that may be busy.
describe('commands on a database', { timeout: 120_000 }, () => {
  it('carry an installation from DATABASE_URL to the database of npm start, and check it there', async () => {
    const made = await run('backup', ['--to', 'copies', '--keep', '2'], { DATABASE_URL: databaseUrl });
    expect(made).toMatchObject({ code: 0 });
    const [name = ''] = readdirSync(join(folder, 'copies'));
    expect(name).toMatch(/^hillo-\d{8}T\d{6}Z\.backup$/);

    const back = await run('restore', [join('copies', name)]);
    expect(back).toMatchObject({ code: 0 });
    expect(back.output).toContain('rows are back');
    const checked = await run('invariants', []);
    expect(checked).toMatchObject({ code: 0, errors: '' });
    expect(checked.output).toMatch(/^\d+ invariants hold\n$/);

    expect(await run('backup', [])).toMatchObject({ code: 0 });
    expect(readdirSync(join(folder, 'data/backups'))).toHaveLength(1);
    const again = await run('restore', [join('copies', name)]);
    expect(again).toMatchObject({ code: 1, output: '' });
    expect(again.errors).toContain('The database is not empty');
  });

  it('keep no more backups than asked for, and touch no other file', async () => {
    const copies = join(folder, 'copies');
    for (const day of ['20200101', '20200102'])
      writeFileSync(join(copies, `hillo-${day}T030000Z.backup`), '');
    writeFileSync(join(copies, 'notes.txt'), '');
    await run('backup', ['--to', 'copies', '--keep', '2'], { DATABASE_URL: databaseUrl });
    const left = readdirSync(copies);
    expect(left).toHaveLength(3);
    expect(left).toContain('notes.txt');
    expect(left.filter((name) => name.includes('2020'))).toEqual([]);
  });

  it('name the rows that break a rule, and fail', async () => {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    const { rows } = await client.query<{ id: string }>('UPDATE evenings SET capacity = 1 RETURNING id');
    await client.end();
    const checked = await run('invariants', [], { DATABASE_URL: databaseUrl });
    expect(checked.code).toBe(1);
    expect(checked.output).toMatch(new RegExp(`^BROKEN more people than seats.*: ${rows[0]?.id}\n$`));
  });

  it.each([
    ['backup', ['--keep', '0'], 'Say where to'],
    ['backup', ['--frequently'], 'Say where to'],
    ['restore', [], 'Say which one'],
    ['restore', ['nowhere.backup'], 'nowhere.backup is no file.'],
    ['restore', ['bad.backup'], 'is truncated or damaged'],
  ])('say in one sentence what is wrong: %s %j', async (command, args, sentence) => {
    writeFileSync(join(folder, 'bad.backup'), 'nothing of ours');
    const ended = await run(command, args, { DATABASE_URL: databaseUrl });
    expect(ended).toMatchObject({ code: 1, output: '' });
    expect(ended.errors).toContain(sentence);
    expect(ended.errors.trim().split('\n')).toHaveLength(1);
  });
});
