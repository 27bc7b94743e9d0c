import { createDataSource } from '@hillo/server/platform/database/data-source';
import { schema } from '@hillo/server/schema';
import pg from 'pg';
import { expect, inject, it } from 'vitest';
import { Browser } from '../support/browser-session.js';
import { startBuiltServer } from '../support/built-server.js';
import { createDatabase } from '../support/database.js';

/** A database as an earlier release left it: the first half of the migrations, and none of the jobs' tables. */
async function oldDatabase(): Promise<string> {
  const url = await createDatabase(inject('postgresUrl'));
  const migrations = schema.migrations.slice(0, Math.ceil(schema.migrations.length / 2));
  const source = createDataSource({ DATABASE_URL: url, DATABASE_POOL: 2 }, { ...schema, migrations });
  await source.initialize();
  await source.runMigrations();
  await source.destroy();
  return url;
}

it('two servers started at once on an old schema take turns: each migration runs once, both serve (T25)', async () => {
  const databaseUrl = await oldDatabase();
  const servers = await Promise.all([
    startBuiltServer(databaseUrl, { PROCESSES: 'many' }),
    startBuiltServer(databaseUrl, { PROCESSES: 'many' }),
  ]);
  try {
    for (const server of servers) expect((await new Browser(server).get('/api/ready')).status).toBe(200);
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY id');
    await client.end();
    expect(rows.map(({ name }) => name)).toEqual(schema.migrations.map(({ name }) => name));
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}, 60_000);
