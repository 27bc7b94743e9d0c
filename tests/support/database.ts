import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { createDataSource, migrate } from '@hillo/server/platform/database/data-source';
import { schema } from '@hillo/server/schema';

const TEMPLATE = 'hillo_template';

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

async function asAdministrator(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Migrates a database once; test files clone it. */
export async function createTemplate(postgresUrl: string): Promise<void> {
  await asAdministrator(postgresUrl, `CREATE DATABASE ${TEMPLATE}`);
  const url = withDatabase(postgresUrl, TEMPLATE);
  const source = await createDataSource({ DATABASE_URL: url, DATABASE_POOL: 3 }, schema).initialize();
  await migrate(source, url);
  await source.destroy();
}

/** A fresh migrated database of its own for a test file. */
export function cloneTemplate(postgresUrl: string): Promise<string> {
  return createDatabase(postgresUrl, TEMPLATE);
}

/** A fresh database with nothing in it. */
export async function createDatabase(postgresUrl: string, template = 'template0'): Promise<string> {
  const name = `hillo_${randomBytes(6).toString('hex')}`;
  await asAdministrator(postgresUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return withDatabase(postgresUrl, name);
}
