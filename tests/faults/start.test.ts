import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const project = join(import.meta.dirname, '../..');
const runScript = join(project, 'packages/tooling/run.mjs');

let folder: string;
let port: number;
let started: ChildProcess[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hillo-start-'));
  port = await freePort();
  started = [];
});

afterEach(async () => {
  for (const child of started) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  rmSync(folder, { recursive: true });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address() as AddressInfo;
  server.close();
  return free;
}

interface Start {
  child: ChildProcess;
  output: () => string;
  errors: () => string;
  exit: Promise<number | null>;
}

/** `npm start -- --empty` on a folder of its own; `command` puts other parents above it. */
function start(
  env: Record<string, string> = {},
  command = [process.execPath, runScript, 'start', '--empty'],
): Start {
  const [program = '', ...args] = command;
  const { NODE_ENV: _, DATABASE_URL: __, ...inherited } = process.env;
  const child = spawn(program, args, {
    cwd: project,
    env: { ...inherited, PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'fatal', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  const said = { output: '', errors: '' };
  child.stdout?.on('data', (chunk: Buffer) => (said.output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (said.errors += chunk.toString()));
  return {
    child,
    output: () => said.output,
    errors: () => said.errors,
    exit: once(child, 'close').then(([code]) => code as number | null),
  };
}

async function healthy(): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/api/health`).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function until(what: () => boolean | Promise<boolean>, limitMs = 60_000): Promise<void> {
  const end = Date.now() + limitMs;
  while (!(await what())) {
    if (Date.now() > end) throw new Error(`not within ${limitMs} ms`);
    await sleep(100);
  }
}

const lockFile = () => join(folder, 'postgres/cluster/postmaster.pid');
const key = () => readFileSync(join(folder, 'keys/LINK_KEY'), 'utf8');

/** A step over a second is announced too; the refusal is the one line that is not. */
function refusal(errors: string): string[] {
  return errors
    .trim()
    .split('\n')
    .filter((line) => !/ …$|: done in [\d.]+ s$/.test(line));
}

describe('npm start', { timeout: 120_000 }, () => {
  it('serves, ends with SIGTERM together with the database, and starts again with the same keys', async () => {
    const first = start();
    await until(healthy);
    await until(() => first.output().includes(`http://localhost:${port}`));
    expect(existsSync(lockFile())).toBe(true);
    first.child.kill('SIGTERM');
    expect(await first.exit).toBe(0);
    expect(await healthy()).toBe(false);
    expect(existsSync(lockFile())).toBe(false);
    expect(statSync(join(folder, 'keys/LINK_KEY')).mode & 0o777).toBe(0o600);
    const before = key();

    const second = start();
    await until(healthy);
    expect(key()).toBe(before);
    second.child.kill('SIGINT');
    expect(await second.exit).toBe(0);
    expect(existsSync(lockFile())).toBe(false);
  });

  it('ends when the shell above it is killed, as npm leaves it behind', async () => {
    const shell = start({}, ['sh', '-c', `"${process.execPath}" "${runScript}" start --empty; true`]);
    await until(healthy);
    shell.child.kill('SIGKILL');
    await until(async () => !(await healthy()) && !existsSync(lockFile()), 20_000);
    expect(shell.child.signalCode).toBe('SIGKILL');
  });

  it('refuses a taken port in one sentence, before it starts anything', async () => {
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    const { exit, errors } = start();
    expect(await exit).toBe(1);
    expect(refusal(errors())).toEqual([expect.stringMatching(new RegExp(`^Port ${port} is taken`))]);
    expect(existsSync(join(folder, 'postgres'))).toBe(false);
    other.close();
  });

  it('refuses an unreachable DATABASE_URL in one sentence without its password', async () => {
    const { exit, errors } = start({
      DATABASE_URL: `postgres://hillo:raspberry@127.0.0.1:${await freePort()}/hillo`,
    });
    expect(await exit).toBe(1);
    expect(refusal(errors())).toEqual([
      expect.stringMatching(/^The database of DATABASE_URL .* cannot be reached/),
    ]);
    expect(errors()).not.toContain('raspberry');
  });

  it('refuses a folder that cannot be written in one sentence', async () => {
    writeFileSync(join(folder, 'file'), '');
    const { exit, errors } = start({ DATA_DIR: join(folder, 'file/data') });
    expect(await exit).toBe(1);
    expect(refusal(errors())).toEqual([expect.stringMatching(/^The folder .* cannot be written/)]);
  });

  it('names what production lacks, in one sentence, and leaves no database running', async () => {
    const { exit, errors } = start({ NODE_ENV: 'production' });
    expect(await exit).toBe(1);
    expect(refusal(errors())).toEqual([expect.stringMatching(/PUBLIC_URL, SMTP_URL, FIELD_KEY, LINK_KEY/)]);
    expect(existsSync(lockFile())).toBe(false);
    expect(existsSync(join(folder, 'keys'))).toBe(false);
  });
});
