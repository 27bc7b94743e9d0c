import type { Browser, Page } from '@playwright/test';
import { expect, test } from '../support/e2e.js';
import { everyLink, type KnownLink } from '../support/every-link.js';
import { type OwnServer, startOwnServer } from '../support/own-server.js';

const full = process.env['HILLO_TEST_FULL'] === '1';
const TOKEN = /[A-Z2-7]{26}/;
/** Links of each kind: more than a hundred together. */
const SETS = 15;
/** Of these a browser plays too; in full of all. */
const DRAWN = full ? SETS : 1;

let server: OwnServer;

test.beforeAll(async () => {
  server = await startOwnServer();
});
test.afterAll(() => server?.stop());

async function aStranger(browser: Browser, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url, locale: 'fi-FI', javaScriptEnabled });
  return context.newPage();
}

/** What mail scanners and link previews do to an address: ask, fetch, fetch again, mangle. */
async function scannerPlay({ path }: KnownLink): Promise<void> {
  const ask = async (method: string, address: string) => {
    const answer = await fetch(server.url + address, { method, redirect: 'manual' });
    expect(answer.status).toBeLessThan(500);
    expect(answer.headers.getSetCookie()).toEqual([]);
  };
  await ask('HEAD', path);
  for (let round = 0; round < 5; round += 1) await ask('GET', path);
  await ask('GET', `${path}%23`);
  await ask('GET', `${path}?utm_source=mail`);
}

/** A sandbox that draws the page, waits, and sends every form it finds. */
async function headlessRun(page: Page, { path }: KnownLink): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
  const forms = await page.locator('form').count();
  for (let index = 0; index < forms; index += 1) {
    const answered = page.waitForEvent('load');
    await page
      .locator('form')
      .nth(index)
      .evaluate((form) => (form as HTMLFormElement).submit());
    await answered;
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  expect(await page.context().cookies()).toEqual([]);
}

test('scanners play with every link and change nothing; the click of a human works after', async ({
  browser,
}) => {
  test.setTimeout(full ? 1_200_000 : 240_000);
  const made = [];
  while (made.length < SETS) made.push(await everyLink(server.hillo));
  const links = made.flatMap((set) => set.links.map((link) => ({ ...link, evening: set.evening })));
  expect(links.length).toBeGreaterThanOrEqual(100);
  const grant = await links[0]?.evening.registered('Onni');
  const before = await server.digest();
  for (const link of links) await scannerPlay(link);
  expect(await server.digest()).toBe(before);
  const drawn = links.slice(0, (links.length / SETS) * DRAWN);
  for (const link of drawn) {
    const [robot, reader] = [await aStranger(browser), await aStranger(browser, false)];
    await headlessRun(robot, link);
    await reader.goto(link.path);
    await robot.context().close();
    await reader.context().close();
    expect(await server.digest(), link.kind).toBe(before);
  }
  // Negative control: the digest sees one row more.
  if (grant) await server.hillo.fixtures.session(grant.grant);
  expect(await server.digest()).not.toBe(before);

  for (const link of drawn) {
    const human = await aStranger(browser);
    // Somebody at the evening reads the badge; all other links are opened by strangers.
    if (link.kind === 'badge') {
      const reader = await link.evening.guest('Aino');
      await server.hillo.signIn(human.context(), reader.grant);
    }
    await human.goto(link.path);
    await link.press(human);
    await human.waitForURL(link.arrives);
    await human.context().close();
  }
});

test('the page of a link tells nobody its token', async ({ browser }) => {
  const { evening, links } = await everyLink(server.hillo);
  for (const link of links) {
    const page = await aStranger(browser);
    if (link.kind === 'badge') await server.hillo.signIn(page.context(), (await evening.guest('Eino')).grant);
    const asked: { url: string; referrer: string | undefined }[] = [];
    page.on('request', (request) =>
      asked.push({ url: request.url(), referrer: request.headers()['referer'] }),
    );
    const answer = await page.goto(link.path);
    const headers = answer?.headers() ?? {};
    expect(headers['referrer-policy'], link.kind).toBe('no-referrer');
    expect(headers['cache-control'], link.kind).toBe('no-store');
    expect(headers['x-robots-tag'], link.kind).toContain('noindex');
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toMatch(/script-src 'self'( 'wasm-unsafe-eval')?;/);
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain('unsafe-inline');
    const body = (await answer?.text()) ?? '';
    expect(body).not.toMatch(TOKEN);
    expect(body).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/);

    await link.press(page);
    await page.waitForURL(link.arrives);
    await page.waitForLoadState('networkidle');
    expect(page.url(), link.kind).not.toMatch(TOKEN);
    expect(asked.map(({ referrer }) => referrer).filter(Boolean)).toEqual([]);
    expect(new Set(asked.map(({ url }) => new URL(url).origin))).toEqual(new Set([server.url]));
    // The token went in the address of its page and in no other.
    const withToken = asked.filter(({ url }) => TOKEN.test(url));
    expect(withToken.map(({ url }) => new URL(url).pathname)).toEqual([link.path]);
    // Nor does going back bring it to the address bar again.
    expect(await page.evaluate(() => history.length), link.kind).toBeLessThanOrEqual(2);
    await page.context().close();
  }
});
