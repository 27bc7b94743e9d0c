import { join } from 'node:path';
import { Client } from 'pg';
import { Failure } from '../failure.js';
import { startPostgres, type RunningPostgres } from '../postgres/index.js';

/** The database of `DATABASE_URL`, which we never stop, or our own one in the data folder. */
export async function openDatabase(
  databaseUrl: string | undefined,
  dataDir: string,
): Promise<RunningPostgres> {
  if (databaseUrl === undefined) return startPostgres({ dataDir: join(dataDir, 'postgres') });
  await reach(databaseUrl);
  return { url: databaseUrl, stop: async () => undefined };
}

async function reach(url: string): Promise<void> {
  if (!URL.canParse(url))
    throw new Failure('DATABASE_URL is no URL like postgres://user:password@host:5432/name.');
  const { hostname, port, pathname } = new URL(url); // never the password
  let client: Client | undefined;
  try {
    client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    await client.connect();
  } catch (error) {
    const place = `${hostname}:${port || 5432}${pathname}`;
    throw new Failure(`The database of DATABASE_URL (${place}) cannot be reached: ${reasonOf(error)}.`);
  } finally {
    await client?.end().catch(() => undefined);
  }
}

/** Node reports a refusal of all addresses of a name as one error without a message. */
function reasonOf(error: unknown): string {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? first.message : String(first);
}
