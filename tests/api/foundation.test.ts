import { createDataSource } from '@hillo/server/platform/database/data-source';
import { schema } from '@hillo/server/schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { Browser } from '../support/browser-session.js';

let application: TestApplication;

beforeAll(async () => {
  application = await startTestApplication();
});
afterAll(() => application.close());

describe('health', () => {
  it('is alive and ready', async () => {
    const browser = new Browser(application);
    expect((await browser.get('/api/health')).body).toEqual({ status: 'ok' });
    expect((await browser.get('/api/ready')).body).toEqual({ status: 'ready' });
  });

  it('answers an unknown route with a problem in the reader’s language', async () => {
    const reply = await new Browser(application).get('/api/nothing-here', { 'accept-language': 'sv' });
    expect(reply.status).toBe(404);
    expect(reply.headers.get('content-type')).toContain('application/problem+json');
    expect(reply.headers.get('content-language')).toBe('sv');
    expect(reply.body.code).toBe('not-found');
    expect(reply.body.title).not.toContain('problem.');
  });
});

describe('schema', () => {
  it('is what the entities say: no drift between migrations and entities', async () => {
    const config = { DATABASE_URL: application.databaseUrl, DATABASE_POOL: 2 };
    const source = await createDataSource(config, schema).initialize();
    try {
      const drift = await source.driver.createSchemaBuilder().log();
      expect(drift.upQueries.map((query) => query.query)).toEqual([]);
    } finally {
      await source.destroy();
    }
  });

  it('holds every instant with its zone', async () => {
    const count = await application.db.execute(
      `SELECT 1 FROM information_schema.columns WHERE table_schema = 'public' AND data_type = 'timestamp without time zone'`,
    );
    expect(count).toBe(0);
  });

  it('goes down and up again', async () => {
    const config = { DATABASE_URL: application.databaseUrl, DATABASE_POOL: 2 };
    const source = await createDataSource(config, schema).initialize();
    try {
      for (let step = 0; step < schema.migrations.length; step++) await source.undoLastMigration();
      await source.runMigrations();
      const drift = await source.driver.createSchemaBuilder().log();
      expect(drift.upQueries).toEqual([]);
    } finally {
      await source.destroy();
    }
  });
});
