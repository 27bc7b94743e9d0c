import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { CommandError } from '../command.js';
import { BackupLines, type Job } from './backup-file.js';
import type { Progress } from './progress.js';
import { columnsOf, quoted, tablesInOrder } from './tables.js';

/**
 * Writes everything of one moment to `file` (mode 0600), readable by `restoreBackup`, while others go on writing. The
 * file appears under its name when it is whole. It holds no key: access needs stay encrypted in it, and links are only
 * hashes. Mails kept at `/dev/mail` are left out, for they hold links.
 *
 * @returns how many rows it holds
 */
export async function writeBackup(
  client: Client,
  file: string,
  now: Date,
  progress: Progress,
): Promise<number> {
  const lines = new BackupLines();
  const unfinished = `${file}.unfinished`;
  await mkdir(dirname(file), { recursive: true });
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    await pipeline(
      Readable.from(contents(client, lines, now, progress)),
      createGzip(),
      createWriteStream(unfinished, { mode: 0o600 }),
    );
    await flushed(unfinished);
    await rename(unfinished, file);
    return lines.rowCount;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    await client.query('ROLLBACK').catch(() => undefined);
  }
}

async function* contents(
  client: Client,
  lines: BackupLines,
  now: Date,
  progress: Progress,
): AsyncGenerator<Buffer> {
  const about = await aboutHowMany(client);
  yield lines.head({ created: now.toISOString(), migrations: await migrationsOf(client), about });
  for (const table of await tablesInOrder(client)) {
    const columns = await columnsOf(client, table);
    yield lines.table({ table, columns });
    const names = columns.map(quoted).join(', ');
    const copy: AsyncIterable<Buffer> = client.query(copyTo(`COPY ${quoted(table)} (${names}) TO STDOUT`));
    for await (const chunk of copy) {
      yield lines.copied(chunk);
      progress(lines.rowCount, about);
    }
    yield lines.endOfTable();
  }
  for (const job of await jobsOf(client)) yield lines.job(job);
  yield lines.end();
}

async function migrationsOf(client: Client): Promise<string[]> {
  const made = await client.query<{ made: boolean }>(
    "SELECT to_regclass('public.migrations') IS NOT NULL AS made",
  );
  if (!made.rows[0]?.made)
    throw new CommandError('The database holds no Hillo yet: there is nothing to back up.');
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY id');
  return rows.map(({ name }) => name);
}

async function aboutHowMany(client: Client): Promise<number> {
  const { rows } = await client.query<{ about: number }>(
    `SELECT coalesce(sum(greatest(reltuples, 0)), 0)::float8 AS about
     FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
  );
  return Math.round(rows[0]?.about ?? 0);
}

/** What waits to be done. A job that runs at this moment is among them: jobs run at least once. */
async function jobsOf(client: Client): Promise<Job[]> {
  const { rows } = await client.query<Job>(
    `SELECT t.identifier AS task, j.payload, q.queue_name AS queue, to_json(j.run_at) #>> '{}' AS "runAt",
            j.max_attempts::int AS "maxAttempts", j.key, j.priority::int AS priority
     FROM graphile_worker._private_jobs j
     JOIN graphile_worker._private_tasks t ON t.id = j.task_id
     LEFT JOIN graphile_worker._private_job_queues q ON q.id = j.job_queue_id
     WHERE j.attempts < j.max_attempts ORDER BY j.id`,
  );
  return rows;
}

/** On the disk, not only handed to the system, before it gets its name. */
async function flushed(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
