import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { browserExecutable } from '@hillo/tooling/browser';
import { spokenCodeOf } from '@hillo/domain/door';
import { expect, expectAccessible, expectNoSidewaysScroll, test, type Page } from '../support/e2e.js';
import { FAKE_CAMERA, writeCameraFilm } from '../support/camera-film.js';

interface Door {
  readonly evening: string;
  readonly maija: string;
  readonly open: (context: BrowserContext) => Promise<Page>;
}

/** A running evening with two people of the same name, a waiting one and a pair; and a way to open its door. */
async function aDoor(hillo: Parameters<Parameters<typeof test>[2]>[0]['hillo']): Promise<Door> {
  const { fixtures } = hillo;
  const organisation = await fixtures.organisation();
  const hour = 3_600_000;
  const evening = await fixtures.evening(organisation, {
    theme: 'Mielenterveys ja päihteet',
    capacity: 5,
    starts_at: new Date(Date.now() - hour),
    ends_at: new Date(Date.now() + 3 * hour),
  });
  const person = (columns: object) => fixtures.registration(evening, { affiliation: '', ...columns });
  const maija = await person({
    first_name: 'Maija',
    last_name: 'Mäkelä',
    affiliation: 'Toivon Talo ry',
    spoken_code: spokenCodeOf(12_345),
  });
  await person({ first_name: 'Maija', last_name: 'Mäkelä', affiliation: 'Esimerkkilän kunta' });
  const aino = await person({ first_name: 'Aino', last_name: 'Virtanen' });
  await person({
    first_name: 'Eero',
    last_name: 'Virtanen',
    kind: 'support',
    accompanies_id: aino,
    plays: false,
  });
  await person({ first_name: 'Onni', last_name: 'Laine', state: 'waiting' });
  return {
    evening,
    maija,
    open: async (context) => {
      const { deviceId } = await fixtures.device(evening, 'door');
      await hillo.signIn(context, { kind: 'device', subjectId: deviceId, eveningId: evening, role: 'door' });
      const page = await context.newPage();
      await page.goto(`/door/${evening}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mielenterveys ja päihteet');
      return page;
    },
  };
}

const choose = (page: Page, way: string) => page.getByRole('radio', { name: way }).check({ force: true });

test('a volunteer checks people in by name and by code, undoes, and lets a walk-in in', async ({
  context,
  hillo,
}) => {
  const door = await aDoor(hillo);
  const page = await door.open(context);
  await choose(page, 'Nimi');
  await page.getByLabel('Osa nimestä').fill('mak mai');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Toivon Talo' }).click();
  const card = page.locator('[data-look]');
  await expect(card).toHaveAttribute('data-look', 'in');
  await expect(card.getByRole('heading', { name: 'Maija Mäkelä' })).toBeVisible();
  await expect(page.getByText('1 / 4')).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await choose(page, 'Koodi');
  await page.getByLabel('Tulijan koodi').fill(spokenCodeOf(12_345));
  await expect(card).toHaveAttribute('data-look', 'already');
  await page.getByRole('button', { name: 'Peru sisäänkirjaus' }).click();
  await expect(card).toHaveAttribute('data-look', 'undone');
  await expect(page.getByText('0 / 4')).toBeVisible();

  await page.getByRole('link', { name: 'Uusi tulija' }).click();
  await page.getByRole('button', { name: 'Kirjaa sisään' }).click();
  await expect(page.getByRole('alert')).toContainText('Korjaa');
  await expectAccessible(page);
  await page.getByLabel('Etunimi').fill('Ville');
  await page.getByLabel('Mistä tulee?').selectOption('Asukas');
  await page.getByRole('button', { name: 'Kirjaa sisään' }).click();
  await expect(card.getByRole('heading', { name: 'Ville' })).toBeVisible();
  await page.getByRole('button', { name: 'Näytä oman sivun QR' }).click();
  await expect(page.getByRole('img', { name: 'Kertakäyttöinen' })).toBeVisible();
  await expectAccessible(page);
});

test('somebody who lost the link opens the own page with the door’s one-time link, once', async ({
  browser,
  context,
  hillo,
}) => {
  const door = await aDoor(hillo);
  const page = await door.open(context);
  const made = await page.request.post(`/api/evenings/${door.evening}/door/handovers`, {
    headers: { 'idempotency-key': randomUUID() },
    data: { registrationId: door.maija },
  });
  const { url } = await made.json();
  const phone = await browser.newContext();
  const own = await phone.newPage();
  await own.goto(
    url.toUpperCase().replace(/^HTTPS?:\/\/LOCALHOST/, (origin: string) => origin.toLowerCase()),
  );
  await expectAccessible(own);
  expect((await (await own.request.get('/api/session')).json()).grants).toEqual([]);
  await own.getByRole('button', { name: 'Avaa oma sivuni' }).click();
  await own.waitForURL(new RegExp(door.maija));
  const late = await (await browser.newContext()).newPage();
  await late.goto(url);
  await late.getByRole('button', { name: 'Avaa oma sivuni' }).click();
  await expect(late.getByRole('alert')).toContainText('Linkki ei enää toimi');
  await expectAccessible(late);
});

test('a volunteer’s phone becomes a door with the organiser’s QR', async ({ browser, context, hillo }) => {
  const organisation = await hillo.fixtures.organisation();
  const evening = await hillo.fixtures.evening(organisation, {
    theme: 'Vammaisuus',
    ends_at: new Date(Date.now() + 3_600_000),
    starts_at: new Date(),
  });
  const { accountId } = await hillo.fixtures.member(organisation, ['organiser']);
  await hillo.signIn(context, { kind: 'account', subjectId: accountId, eveningId: null, role: null });
  const organiser = await context.newPage();
  const link = await organiser.request.post(`/api/evenings/${evening}/crew-links`, {
    headers: { 'idempotency-key': randomUUID() },
    data: { role: 'door' },
  });
  const { url } = await link.json();
  const phone = await (await browser.newContext()).newPage();
  await phone.goto(url);
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Tästä puhelimesta tulee ovi');
  await phone.getByRole('button', { name: 'Aloita' }).click();
  await expect(phone.getByText('Täytä tämä kohta.')).toBeVisible();
  await expectAccessible(phone);
  await phone.getByLabel('Nimesi').fill('Eeva');
  await phone.getByRole('button', { name: 'Aloita' }).click();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Vammaisuus');
  await expect(phone.getByText('Ovella Eeva')).toBeVisible();
});

test.describe('with a camera', () => {
  const film = join(mkdtempSync(join(tmpdir(), 'hillo-film-')), 'badge.y4m');

  test('a badge held in front of the camera checks its person in, once', async ({ hillo, playwright }) => {
    const door = await aDoor(hillo);
    writeCameraFilm(film, `${hillo.url}/b/${hillo.tokens.derive('badge', door.maija, 1)}`.toUpperCase());
    const browser = await playwright.chromium.launch({
      executablePath: await browserExecutable(),
      args: ['--no-sandbox', ...FAKE_CAMERA(film)],
    });
    const context = await browser.newContext({
      baseURL: hillo.url,
      locale: 'fi-FI',
      viewport: { width: 390, height: 844 },
    });
    const page = await door.open(context);
    const card = page.locator('[data-look]');
    await expect(card).toHaveAttribute('data-look', 'in', { timeout: 20_000 });
    await expect(card.getByRole('heading')).toHaveText('Maija Mäkelä');
    await expectAccessible(page);
    // The badge stays in sight and is not read again.
    await page.waitForTimeout(4_000);
    await expect(card).toHaveAttribute('data-look', 'in');
    await browser.close();
  });
});

test('a waiting person is let in over capacity after the figures', async ({ context, hillo }) => {
  const door = await aDoor(hillo);
  const page = await door.open(context);
  await page.getByRole('link', { name: 'Nimilista' }).click();
  await expect(page.getByRole('radio', { name: 'Tulematta (4)' })).toBeVisible();
  await page.getByRole('radio', { name: 'Jonossa (1)' }).check();
  await page.getByRole('button', { name: 'Kirjaa sisään: Onni Laine' }).click();
  const dialog = page.getByRole('dialog', { name: 'Onni Laine on jonossa' });
  await expect(dialog).toContainText('Paikkoja on 5, annettu 4.');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Päästä sisään' }).click();
  await page.getByRole('radio', { name: 'Sisällä (1)' }).check();
  await expect(page.getByText('Onni Laine', { exact: true })).toBeVisible();
  await expectAccessible(page);
});

test('two phones of the door see each other’s check-ins at once', async ({ browser, hillo }) => {
  const door = await aDoor(hillo);
  const [one, two] = [await browser.newContext(), await browser.newContext()];
  const first = await door.open(one);
  const second = await door.open(two);
  await choose(first, 'Nimi');
  await first.getByLabel('Osa nimestä').fill('aino');
  await first.getByRole('button', { name: 'Aino Virtanen' }).click();
  await expect(second.getByText('1 / 4')).toBeVisible();
  await first.getByRole('button', { name: 'Kirjaa myös Eero' }).click();
  await expect(second.getByText('2 / 4')).toBeVisible();
  await one.close();
  await two.close();
});
