import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { TEST_KEYS } from '../../support/keys.js';

/** Compiled: tests/dist/bench/ground. */
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const TICKS_A_SECOND = 100;

export interface Child {
  readonly url: string;
  readonly pid: number;
  /** As by a cut cable. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export function inProject(path: string): string {
  return ROOT + path;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** The built server as it is in production, on a free port; its log goes nowhere. */
export async function startServer(databaseUrl: string): Promise<Child> {
  const port = await freePort();
  return startChild(inProject('server/dist/main.js'), `http://127.0.0.1:${port}`, {
    ...TEST_KEYS,
    NODE_ENV: 'production',
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    SMTP_URL: 'smtp://127.0.0.1:9',
    DATABASE_URL: databaseUrl,
  });
}

/** Starts a program that says `{ kind: 'ready' }` once it serves. */
export async function startChild(
  entry: string,
  url: string,
  environment: Readonly<Record<string, string>>,
): Promise<Child> {
  const child = fork(entry, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  await Promise.race([
    ready(child),
    ended.then(() => Promise.reject(new Error(`${entry} ended before it served`))),
  ]);
  return {
    url,
    pid: child.pid ?? 0,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function ready(child: ChildProcess): Promise<void> {
  const [message] = (await once(child, 'message')) as [{ kind: string; message?: string }];
  if (message.kind !== 'ready') throw new Error(message.message ?? 'The program did not start');
}

/**
 * Processor time of a process so far, all its threads, in seconds; undefined where there is no /proc. By the scheduler's
 * nanoseconds where the kernel keeps them: a tick is as long as ten scans.
 */
export function processorSeconds(pid: number): number | undefined {
  try {
    const threads = readdirSync(`/proc/${pid}/task`).map((thread) =>
      Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
    );
    return threads.reduce((sum, nanoseconds) => sum + nanoseconds, 0) / 1e9;
  } catch {
    return ticksOf(pid);
  }
}

function ticksOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
  } catch {
    return undefined;
  }
}
