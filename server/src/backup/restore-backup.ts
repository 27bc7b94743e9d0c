import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { Client } from 'pg';
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams';
import { createDataSource, migrate } from '../platform/database/data-source.js';
import { schema } from '../schema.js';
import { BadBackup, type Entry, type Head, type Job, readBackup, type Table } from './backup-file.js';
import type { Progress } from './progress.js';
import { quoted, tablesInOrder } from './tables.js';

/** The database holds something already, so nothing was restored into it. */
export class DatabaseInUse extends Error {}

/**
 * Reads `file` to its end once to see that it is whole, makes the schema it was made with in the empty database, and
 * fills it in one transaction: afterwards everything is there, or nothing. The next start brings the schema up to date.
 *
 * @returns how many rows were restored
 * @throws BadBackup, DatabaseInUse
 */
export async function restoreBackup(databaseUrl: string, file: string, progress: Progress): Promise<number> {
  const head = await headOfWhole(file);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await mustBeEmpty(client);
    await makeSchema(databaseUrl, head);
    return await fill(client, file, head, progress);
  } finally {
    await client.end();
  }
}

async function headOfWhole(file: string): Promise<Head> {
  let head: Head | undefined;
  await readBackup(file, (entry) => {
    if (entry.kind === 'head') head = entry.head;
  });
  if (!head) throw new BadBackup(`${file} is empty.`);
  const known = new Set(schema.migrations.map(({ name }) => name));
  if (head.migrations.some((name) => !known.has(name))) {
    throw new BadBackup(`${file} was made by a newer Hillo: update this one first.`);
  }
  return head;
}

async function mustBeEmpty(client: Client): Promise<void> {
  for (const table of await tablesInOrder(client)) {
    const { rowCount } = await client.query(`SELECT FROM ${quoted(table)} LIMIT 1`);
    if (rowCount !== 0) throw new DatabaseInUse();
  }
}

async function makeSchema(databaseUrl: string, { migrations }: Head): Promise<void> {
  const then = schema.migrations.filter(({ name }) => migrations.includes(name));
  const source = createDataSource(
    { DATABASE_URL: databaseUrl, DATABASE_POOL: 2 },
    { entities: [], migrations: then },
  );
  await source.initialize();
  try {
    await migrate(source, databaseUrl);
  } finally {
    await source.destroy();
  }
}

async function fill(client: Client, file: string, { about }: Head, progress: Progress): Promise<number> {
  let rows = 0;
  let copying: Copying | undefined;
  const take = async (entry: Entry): Promise<void> => {
    if (entry.kind === 'table') copying = new Copying(client, entry.table);
    else if (entry.kind === 'end-of-table') await copying?.end();
    else if (entry.kind === 'job') await addJob(client, entry.job);
  };
  await client.query('BEGIN');
  try {
    await readBackup(file, (entry) => {
      if (entry.kind !== 'row') return take(entry);
      progress(++rows, about);
      return copying?.row(entry.line);
    });
    await client.query('COMMIT');
    return rows;
  } catch (error) {
    copying?.stop();
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** The rows of one table on their way into the database. */
class Copying {
  private readonly stream: CopyStreamQuery;
  private readonly done: Promise<void>;

  constructor(client: Client, { table, columns }: Table) {
    const names = columns.map(quoted).join(', ');
    this.stream = client.query(copyFrom(`COPY ${quoted(table)} (${names}) FROM STDIN`));
    this.done = finished(this.stream);
    // A refusal is told by the next thing that waits.
    this.done.catch(() => undefined);
  }

  row(line: Buffer): Promise<void> | undefined {
    if (this.stream.write(line)) return undefined;
    return Promise.race([once(this.stream, 'drain').then(() => undefined), this.done]);
  }

  end(): Promise<void> {
    this.stream.end();
    return this.done;
  }

  stop(): void {
    this.stream.destroy();
  }
}

async function addJob(client: Client, job: Job): Promise<void> {
  await client.query(
    `SELECT FROM graphile_worker.add_job($1, payload := $2::json, queue_name := $3, run_at := $4,
       max_attempts := $5, job_key := $6, priority := $7)`,
    [job.task, JSON.stringify(job.payload), job.queue, job.runAt, job.maxAttempts, job.key, job.priority],
  );
}
