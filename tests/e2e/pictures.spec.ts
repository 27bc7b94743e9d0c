import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import pg from 'pg';
import { type BuiltServer, startBuiltServer } from '../support/built-server.js';
import { expect, test } from '../support/e2e.js';

/** The pictures of README.md are made anew with HILLO_PICTURES=1; otherwise they are taken and thrown away. */
const root = join(import.meta.dirname, '../..');
const folder = join(root, process.env['HILLO_PICTURES'] === '1' ? 'docs' : 'test-results/pictures');
const LARGEST = 150 * 1024;

let server: BuiltServer;
let pool: pg.Pool;

/** The demonstration on a database of its own, its running evening moved to half past five of today. */
test.beforeAll(async () => {
  const own = new URL(process.env['HILLO_E2E_DATABASE'] ?? '');
  const administrator = new pg.Client({ connectionString: own.href });
  await administrator.connect();
  const name = `hillo_pictures_${Date.now()}`; // a failed test starts the file again
  await administrator.query(`CREATE DATABASE ${name}`);
  await administrator.end();
  own.pathname = `/${name}`;
  server = await startBuiltServer(own.href, { DEMO: 'auto' });
  pool = new pg.Pool({ connectionString: own.href, max: 1 });
  await pool.query(`
    WITH moved AS (
      SELECT id, (date_trunc('day', now() AT TIME ZONE time_zone) + interval '17.5 hours') AT TIME ZONE time_zone - starts_at AS by
      FROM evenings WHERE state = 'running'),
    blocks AS (
      UPDATE programme_blocks b SET starts_at = b.starts_at + moved.by, ends_at = b.ends_at + moved.by
      FROM moved WHERE b.evening_id = moved.id)
    UPDATE evenings e SET starts_at = e.starts_at + moved.by, ends_at = e.ends_at + moved.by FROM moved WHERE e.id = moved.id`);
});

test.afterAll(async () => {
  await pool.end();
  await server.stop();
});

async function open(browser: Browser, viewport: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({
    viewport,
    baseURL: server.url,
    deviceScaleFactor: viewport.width < 500 ? 2 : 1,
    locale: 'fi-FI',
    timezoneId: 'Europe/Helsinki',
    reducedMotion: 'reduce',
  });
  return context.newPage();
}

const phone = (browser: Browser) => open(browser, { width: 390, height: 844 });
const laptop = (browser: Browser) => open(browser, { width: 1180, height: 820 });

/** Leaves the menus above out of the picture. */
function showFrom(page: Page): Promise<void> {
  return page.getByRole('heading', { level: 1 }).evaluate((heading) => heading.scrollIntoView());
}

function link(label: string): string {
  return server.links.find((each) => each.label.startsWith(label))?.url ?? '';
}

/** Keeps what the page shows as WebP, which a browser writes by itself. */
async function keep(page: Page, name: string): Promise<void> {
  const png = (await page.screenshot({ animations: 'disabled' })).toString('base64');
  const studio = await page.context().newPage();
  const webp = await studio.evaluate(async (picture) => {
    const image = new Image();
    image.src = `data:image/png;base64,${picture}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    return canvas.toDataURL('image/webp', 0.86).split(',')[1] ?? '';
  }, png);
  await studio.close();
  const bytes = Buffer.from(webp, 'base64');
  expect(bytes.subarray(8, 12).toString()).toBe('WEBP');
  expect(bytes.length).toBeLessThan(LARGEST);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.webp`), bytes);
}

test('the public page', async ({ browser }) => {
  const page = await phone(browser);
  await page.goto('/e/esimerkki-mieli-ja-paihteet');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kuka kulkee vierellä?');
  await expect(page.getByLabel('Kieli', { exact: true })).toBeVisible(); // the page of the application, no longer the server's
  await page.waitForLoadState('networkidle');
  await keep(page, 'evening');
});

test('an attendee’s card and meetings', async ({ browser }) => {
  const page = await phone(browser);
  await page.goto(link('Attendee'));
  await page.getByRole('main').getByRole('button').first().click();
  const card = page.getByRole('heading', { name: 'Bingolappusi' });
  await expect(card).toBeVisible();
  await page.waitForLoadState('networkidle');
  await page.getByRole('link', { name: 'Lue nimilappu' }).evaluate((link) => link.scrollIntoView());
  await keep(page, 'card');
  await page.getByRole('link', { name: 'Tapaamani ihmiset' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tapaamani ihmiset');
  await page.waitForLoadState('networkidle');
  await keep(page, 'meetings');
});

test('the door', async ({ browser }) => {
  const page = await phone(browser);
  await page.goto(link('Door'));
  await page.getByRole('textbox').fill('Ovi');
  await page.getByRole('main').getByRole('button').last().click();
  await page.waitForURL('**/door/*');
  await page.goto(`${page.url()}/people`);
  await expect(page.getByRole('button', { name: 'Kirjaa' }).first()).toBeVisible();
  await keep(page, 'door');
});

test('the organiser’s evening and its draw', async ({ browser }) => {
  const page = await laptop(browser);
  await page.goto(link('Organiser'));
  await page.getByRole('main').getByRole('button').first().click();
  await expect(page.getByText('Esimerkki-illat', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Kuka kulkee vierellä?' }).click();
  await page.getByRole('link', { name: 'Keitä on tulossa' }).click();
  await expect(page.getByRole('table').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  await showFrom(page);
  await keep(page, 'organiser');

  const { rows } = await pool.query<{ id: string }>(`SELECT id FROM evenings WHERE state = 'closed'`);
  await page.goto(`/organiser/evenings/${rows[0]?.id}/draw`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Arvonta');
  await page.waitForLoadState('networkidle');
  await showFrom(page);
  await keep(page, 'draw');
});
