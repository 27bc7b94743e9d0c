import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { TcpProxy } from './tcp-proxy.js';

export interface OwnRedis {
  readonly url: string;
  /** As by a crash; answers again on the same port, without anything it knew. */
  restart(): Promise<void>;
  /** Answers nobody, until the function that it gives is called. */
  away(): () => void;
  stop(): Promise<void>;
}

function found(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const PROGRAM = ['redis-server', 'valkey-server'].find(found);

/** Whether this machine has a Redis or Valkey; where `HILLO_TEST_REDIS` is `required`, it must. */
export const REDIS_IS_HERE = PROGRAM !== undefined || process.env['REDIS_URL'] !== undefined;
if (!REDIS_IS_HERE && process.env['HILLO_TEST_REDIS'] === 'required')
  throw new Error('There is no redis-server, no valkey-server and no REDIS_URL here');

/** A server of its own, or the one at `REDIS_URL` by way of a proxy that can be cut. */
export async function startOwnRedis(): Promise<OwnRedis> {
  if (PROGRAM !== undefined) return started(PROGRAM);
  const url = process.env['REDIS_URL'] ?? '';
  const proxy = await TcpProxy.before(url);
  return {
    url: proxy.through(url),
    restart: async () => {
      proxy.goAway();
      await sleep(500);
      proxy.heal();
    },
    away: () => {
      proxy.goAway();
      return () => proxy.heal();
    },
    stop: () => proxy.close(),
  };
}

async function started(program: string): Promise<OwnRedis> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'hillo-redis-'));
  let running = await run(program, port, folder);
  const end = async () => {
    const ended = once(running, 'exit');
    running.kill('SIGKILL');
    await ended;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    restart: async () => {
      await end();
      running = await run(program, port, folder);
    },
    away: () => {
      running.kill('SIGSTOP');
      return () => void running.kill('SIGCONT');
    },
    stop: async () => {
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function run(program: string, port: number, folder: string): Promise<ChildProcess> {
  const settings = { port, bind: '127.0.0.1', dir: folder, save: '', appendonly: 'no' };
  const child = spawn(
    program,
    Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
    { stdio: 'ignore' },
  );
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`${program} ended at once`);
    await sleep(20);
  }
  return child;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(port, '127.0.0.1');
    const say = (answer: boolean) => {
      probe.destroy();
      resolve(answer);
    };
    probe.once('connect', () => say(true));
    probe.once('error', () => say(false));
  });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
