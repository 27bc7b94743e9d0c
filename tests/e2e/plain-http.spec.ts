import { type Browser, chromium, type Page } from '@playwright/test';
import { browserExecutable } from '@hillo/tooling/browser';
import { expect, expectAccessible, test } from '../support/e2e.js';
import { LiveEvening } from '../support/live-evening.js';
import { type OwnServer, startOwnServer } from '../support/own-server.js';

/** Chromium holds no plain http page for secure but that of localhost: this name is such a page, and leads to loopback. */
const HOST = 'hillo.test';

let server: OwnServer;
let browser: Browser;

test.beforeAll(async () => {
  server = await startOwnServer(HOST);
  browser = await chromium.launch({
    executablePath: await browserExecutable(),
    args: ['--no-sandbox', `--host-resolver-rules=MAP ${HOST} 127.0.0.1, MAP * ~NOTFOUND`],
  });
});

test.afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function aPhone(): Promise<Page> {
  const context = await browser.newContext({
    baseURL: server.url,
    locale: 'fi-FI',
    viewport: { width: 390, height: 844 },
  });
  return context.newPage();
}

test('on plain http a meeting is made by code and a draw is checked again', async () => {
  const { hillo } = server;
  const evening = await LiveEvening.open(hillo);
  const maija = await evening.guest('Maija', { draw_opt_in: true });
  const ville = await evening.guest('Ville', { sector: 'municipality', draw_opt_in: true });
  const page = await aPhone();
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));

  await page.goto(maija.personalPath);
  await page.getByRole('button', { name: 'Jatka: olen Maija' }).click();
  await expect(page.getByRole('heading', { name: 'Bingolappusi' })).toBeVisible();
  expect(await page.evaluate(() => [isSecureContext, 'randomUUID' in crypto, 'subtle' in crypto])).toEqual([
    false,
    false,
    false,
  ]);
  const cookies = await page.context().cookies();
  expect(cookies.map(({ name, secure, httpOnly, sameSite }) => [name, secure, httpOnly, sameSite])).toEqual([
    ['hillo', false, true, 'Lax'],
  ]);

  await page.getByRole('link', { name: 'Lue nimilappu' }).click();
  await expect(page.getByText('Kamera ei toimi tässä osoitteessa')).toBeVisible();
  await expect(page.getByText('Voit lukea nimilapun myös puhelimen omalla kameralla')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Toisen koodi').fill(ville.code);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ville');
  await page.locator('main li button').first().click();
  await expect(page.getByRole('button', { name: /: Ville/ })).toBeVisible();

  // The other phone's way without a camera in the page: its own camera opens the badge's link.
  const other = await aPhone();
  await other.goto(ville.personalPath);
  await other.getByRole('button', { name: 'Jatka: olen Ville' }).click();
  await expect(other.getByRole('heading', { name: 'Bingolappusi' })).toBeVisible();
  await other.goto(maija.badgePath);
  await other.getByRole('button', { name: 'Merkitse kohtaaminen' }).click();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Maija');

  await hillo.pool.query('UPDATE cards SET ticket_since = now() WHERE evening_id = $1', [evening.id]);
  const desk = await hillo.fixtures.browser(await evening.member('organiser'));
  await desk.put(`/api/evenings/${evening.id}/prizes`, { prizes: [{ kind: 'visit' }] });
  await page.goto(`/me/${maija.id}/draw`);
  const { draws } = (await desk.post(`/api/evenings/${evening.id}/draws`)).body;
  await expect(page.getByText('Arvonta on alkanut.')).toBeVisible();
  const path = `/api/evenings/${evening.id}/draws/${draws[0].id}`;
  await desk.post(`${path}/freeze`);
  await expect(page.getByText('Arpasi on lukitulla listalla')).toBeVisible();
  await desk.post(`${path}/public-number`, { calls: ['4711', '0832', '9050'] });
  const isLibrary = (url: string) => url.includes('draw-crypto-insecure');
  expect(fetched.filter(isLibrary)).toEqual([]);
  expect((await desk.post(`${path}/reveal`)).status).toBe(200);
  await expect(page.getByText('Puhelimesi tarkisti arvonnan')).toBeVisible();
  await expect(page.getByText('siihen, mitä puhelimesi näki ennen tulosta')).toBeVisible();
  expect(fetched.filter(isLibrary)).toHaveLength(1);
  expect(new Set(fetched.map((url) => new URL(url).origin))).toEqual(new Set([server.url]));
});

test('on plain http no page has a button that copies nothing', async () => {
  const { hillo } = server;
  const slug = `avoin-${Date.now()}`;
  await LiveEvening.open(hillo, { slug, starts_at: new Date(Date.now() + 3_600_000) });
  const page = await aPhone();
  await page.goto(`/e/${slug}`);
  await page.getByLabel('Etunimi').first().fill('Aino');
  await page
    .getByRole('textbox', { name: /^Sähköposti/ })
    .first()
    .fill('aino@example.org');
  await page.getByRole('radio', { name: /Asukas/ }).check();
  await page.getByRole('checkbox', { name: /Olen lukenut/ }).check();
  await page.getByRole('button', { name: 'Ilmoittaudu', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Tervetuloa, Aino!' })).toBeVisible();
  await expect(page.getByText(`${server.url}/p/`)).toBeVisible();
  await expect(page.getByRole('button', { name: /Kopioi|Jaa/ })).toHaveCount(0);
});

test('on plain http the door begins with names, and passkeys say what they need', async () => {
  const evening = await LiveEvening.open(server.hillo);
  await evening.registered('Aino');
  const page = await aPhone();
  const { accountId } = await server.hillo.fixtures.member(evening.organisation, ['organiser']);
  const organiser = await server.hillo.fixtures.account(accountId);
  const { url } = (await organiser.post(`/api/evenings/${evening.id}/crew-links`, { role: 'door' })).body;
  expect(new URL(url).origin).toBe(server.url);
  await page.goto(url);
  await page.getByLabel('Nimesi').fill('Eeva');
  await page.getByRole('button', { name: 'Aloita' }).click();
  await page.getByLabel('Osa nimestä').fill('aino');
  await page.getByRole('button', { name: /Aino/ }).click();
  await expect(page.locator('[data-look]')).toHaveAttribute('data-look', 'in');
  await page.goto('/sign-in');
  await expect(page.getByText('Pääsyavaimet toimivat vain suojatulla yhteydellä')).toBeVisible();
});
