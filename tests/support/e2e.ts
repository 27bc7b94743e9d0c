import { test as base, type BrowserContext, expect, type Page } from '@playwright/test';
import { DerivedTokens } from '@hillo/server/platform/tokens';
import pg from 'pg';
import { Fixtures, type GrantFixture } from './fixtures.js';
import { TEST_KEYS } from './keys.js';

export interface Hillo {
  /** Where this program reaches the server; browsers may know it by another name. */
  readonly url: string;
  readonly fixtures: Fixtures;
  readonly tokens: DerivedTokens;
  readonly pool: pg.Pool;
  /** Gives a browser context a session that holds these grants. */
  signIn(context: BrowserContext, ...grants: readonly GrantFixture[]): Promise<void>;
}

function environment(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the browser tests through their configuration`);
  return value;
}

/** Rows and sessions for a running application and its database. */
export function standOn(url: string, databaseUrl: string): Hillo {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 3 });
  const tokens = new DerivedTokens(TEST_KEYS.LINK_KEY);
  const fixtures = new Fixtures({
    url,
    tokens,
    clock: { now: () => new Date() },
    db: {
      execute: async (sql, parameters = []) => (await pool.query(sql, [...parameters])).rowCount ?? 0,
    },
  });
  return {
    url,
    tokens,
    fixtures,
    pool,
    signIn: async (context, ...grants) => {
      const value = await fixtures.session(...grants);
      await context.addCookies([{ name: 'hillo', value, url, httpOnly: true, sameSite: 'Lax' }]);
    },
  };
}

/** Playwright's test with the running application and rows to stand on. */
export const test = base.extend<object, { hillo: Hillo }>({
  hillo: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright wants the pattern to be there.
    async ({}, use) => {
      const hillo = standOn(environment('HILLO_E2E_URL'), environment('HILLO_E2E_DATABASE'));
      await use(hillo);
      await hillo.pool.end();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ hillo }, use) => use(hillo.url),
});

export { expect, type Page };
export { expectAccessible, expectNoSidewaysScroll } from './accessibility.js';
