import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startPostgres } from '@hillo/tooling/postgres';
import { cloneTemplate, createTemplate } from './database.js';

/** As `pg_ctl restart -m` names them: `fast` rolls back and ends sessions, `immediate` is a crash. */
export type RestartMode = 'fast' | 'immediate';

export interface OwnPostgres {
  /** A migrated, empty database. */
  readonly url: string;
  /** Ends when it answers again, on the same port. */
  restart(mode: RestartMode): Promise<void>;
  stop(): Promise<void>;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A PostgreSQL that no other test uses, and that keeps what it said it had committed. */
export async function startOwnPostgres(): Promise<OwnPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'hillo-own-'));
  const dataDir = join(folder, 'postgres');
  let postgres = await startPostgres({ dataDir });
  await createTemplate(postgres.url);
  const url = await cloneTemplate(postgres.url);
  const port = Number(new URL(url).port);
  return {
    url,
    restart: async (mode) => {
      const lock = readFileSync(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8');
      const pid = Number(lock.split('\n')[0]);
      process.kill(pid, mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
      while (isAlive(pid)) await sleep(10);
      postgres = await startPostgres({ dataDir, port });
    },
    stop: async () => {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
