import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../failure.js';

const STOP_LIMIT_MS = 12_000;

/** What the server tells its parent over the channel between them. */
export type ServerReport =
  | { kind: 'ready'; url: string; links: { label: string; url: string }[] }
  | { kind: 'failed'; message: string };

export interface ServerProcess {
  report: Extract<ServerReport, { kind: 'ready' }>;
  /** Resolves when the process has ended, for whatever reason. */
  ended: Promise<number>;
  stop(): Promise<void>;
}

/** Starts the built server and waits until it serves. Throws `Failure` with the server's own sentence when it cannot. */
export async function startServer(
  entry: string,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<ServerProcess> {
  // Detached: Ctrl-C in the terminal reaches only us, and we end server and database in this order.
  const child = fork(entry, [], { env, detached: true, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ended = once(child, 'exit').then(([code]) => Number(code ?? 1));
  const stop = async () => {
    child.kill('SIGTERM');
    const limit = new AbortController();
    const late = sleep(STOP_LIMIT_MS, undefined, { signal: limit.signal }).then(() => child.kill('SIGKILL'));
    late.catch(() => undefined);
    await ended;
    limit.abort();
  };
  const interrupt = () => child.kill('SIGTERM');
  signal.addEventListener('abort', interrupt);
  const report = await Promise.race([
    once(child, 'message').then(([message]) => message as ServerReport),
    ended.then((code): ServerReport => ({
      kind: 'failed',
      message: `The server ended by itself (code ${code}).`,
    })),
  ]);
  signal.removeEventListener('abort', interrupt);
  if (report.kind === 'failed') {
    await stop();
    throw new Failure(report.message);
  }
  return { report, ended, stop };
}
