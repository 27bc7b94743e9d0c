import { createDataSource } from '@hillo/server/platform/database/data-source';
import { schema } from '@hillo/server/schema';
import pg from 'pg';
import { describe, expect, inject, it, vi } from 'vitest';
import { Browser } from '../support/browser-session.js';
import { startBuiltServer } from '../support/built-server.js';
import { createDatabase } from '../support/database.js';
import { barrier } from '../support/gates.js';

type Migration = (typeof schema.migrations)[number];
type QueryRunner = Parameters<InstanceType<Migration>['up']>[0];

const HALF = Math.ceil(schema.migrations.length / 2);
const OLD = schema.migrations.slice(0, HALF);

function sourceOf(url: string, migrations: readonly Migration[]) {
  return createDataSource({ DATABASE_URL: url, DATABASE_POOL: 2 }, { ...schema, migrations }).initialize();
}

/** A database as an earlier release left it: the first half of the migrations, and none of the jobs' tables. */
async function oldDatabase(): Promise<string> {
  const url = await createDatabase(inject('postgresUrl'));
  const source = await sourceOf(url, OLD);
  await source.runMigrations();
  await source.destroy();
  return url;
}

describe('two servers started at once on an old schema (T25)', () => {
  it('take turns: each migration runs once, and both serve', async () => {
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

  it('without the lock run the same migration both: the control', async () => {
    const databaseUrl = await oldDatabase();
    const Next = schema.migrations[HALF];
    if (!Next) throw new Error('There is no later migration');
    const bothAreIn = barrier(2);
    let entered = 0;
    class Held {
      readonly name = Next?.name;
      private readonly migration = new (Next as Migration)();

      async up(runner: QueryRunner): Promise<void> {
        entered += 1;
        await bothAreIn();
        await this.migration.up(runner);
      }

      down(runner: QueryRunner): Promise<void> {
        return this.migration.down(runner);
      }
    }
    const sources = await Promise.all([1, 2].map(() => sourceOf(databaseUrl, [...OLD, Held])));
    // TypeORM tells the terminal of the failure that is wanted here.
    const told = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const ended = await Promise.allSettled(sources.map((source) => source.runMigrations()));
    told.mockRestore();
    await Promise.all(sources.map((source) => source.destroy()));
    expect(entered).toBe(2);
    expect(ended.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});
