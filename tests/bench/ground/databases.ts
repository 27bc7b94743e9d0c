import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@hillo/tooling/postgres';
import pg from 'pg';
import { cloneTemplate, createTemplate } from '../../support/database.js';

/** The run's own PostgreSQL with the settings of `npm start`: what is committed is on the disk. */
export interface Databases {
  /** A migrated, empty database. */
  empty(): Promise<string>;
  /** The same rows again; nobody may be connected to the original. */
  copy(url: string): Promise<string>;
  stop(): Promise<void>;
}

export async function openDatabases(): Promise<Databases> {
  const folder = mkdtempSync(join(tmpdir(), 'hillo-bench-'));
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres') });
  await createTemplate(postgres.url);
  let copies = 0;
  return {
    empty: () => cloneTemplate(postgres.url),
    copy: async (url) => {
      const name = `hillo_copy_${++copies}`;
      const client = new pg.Client({ connectionString: postgres.url });
      await client.connect();
      await client.query(`CREATE DATABASE ${name} TEMPLATE ${new URL(url).pathname.slice(1)}`);
      await client.end();
      const copied = new URL(url);
      copied.pathname = `/${name}`;
      return copied.toString();
    },
    stop: async () => {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
