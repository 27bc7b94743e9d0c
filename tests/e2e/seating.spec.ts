import pg from 'pg';
import { type BuiltServer, startBuiltServer } from '../support/built-server.js';
import { expect, expectAccessible, expectNoSidewaysScroll, type Page, test } from '../support/e2e.js';
import { LiveEvening } from '../support/live-evening.js';

const SEAT = /^Istuta (pöytiin|uudelleen)/;
/** The planner waits for its turn among the jobs of all other tests. */
const PLANNED = { timeout: 30_000 };

/** The demonstration of 85 people on a database of its own. */
async function demonstration(): Promise<{ server: BuiltServer; pool: pg.Pool }> {
  const own = new URL(process.env['HILLO_E2E_DATABASE'] ?? '');
  const administrator = new pg.Client({ connectionString: own.href });
  await administrator.connect();
  const name = `hillo_seating_${process.pid}_${Date.now()}`;
  await administrator.query(`CREATE DATABASE ${name}`);
  await administrator.end();
  own.pathname = `/${name}`;
  const server = await startBuiltServer(own.href, { DEMO: 'auto' });
  return { server, pool: new pg.Pool({ connectionString: own.href, max: 1 }) };
}

test('an organiser seats the demonstration and prints the slips with a few presses', async ({ browser }) => {
  const { server, pool } = await demonstration();
  try {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      baseURL: server.url,
      locale: 'fi-FI',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.goto(server.links.find(({ label }) => label.startsWith('Organiser'))?.url ?? '');
    await page.getByRole('button', { name: 'Kirjaudu' }).click();
    await page.getByRole('heading', { level: 1, name: 'Illat' }).waitFor();
    const { rows } = await pool.query<{ id: string; people: number }>(
      `SELECT e.id, count(r.id)::int AS people FROM evenings e
       JOIN registrations r ON r.evening_id = e.id AND r.state = 'confirmed' AND r.first_name <> ''
       WHERE e.state = 'running' GROUP BY e.id`,
    );
    const { id = '', people = 0 } = rows[0] ?? {};
    expect(people).toBeGreaterThan(80);

    await page.goto(`/organiser/evenings/${id}/seating`);
    await page.getByLabel('Montako kierrosta?').selectOption('4');
    await page.getByRole('button', { name: 'Tee pöydät' }).click();
    await page.getByRole('button', { name: SEAT }).click();
    await expect(page.getByText('Kukaan ei tapaa ketään kahdesti. Tämä on todistetusti paras.')).toBeVisible({
      timeout: 30_000,
    });
    const slips = await page.getByRole('link', { name: 'Lippu jokaiselle (PDF)' }).getAttribute('href');
    const reply = await page.request.get(slips ?? '');
    expect(reply.headers()['content-type']).toBe('application/pdf');
    expect((await reply.body()).length).toBeGreaterThan(20_000);

    await page.getByText('Kuka tapaa kenet', { exact: true }).click();
    await expect(page.getByRole('img', { name: /^Kuva siitä, kuka tapaa kenet/ })).toBeVisible();
    await expectAccessible(page);
    await context.close();
  } finally {
    await pool.end();
    await server.stop();
  }
});

async function hall(page: Page, people: number): Promise<void> {
  await page.getByLabel('Paikkoja pöydässä').first().fill('2');
  await page.getByRole('button', { name: 'Tee pöydät' }).click();
  await expect(page.getByText(`Istutettavia on ${people} ihmistä, paikkoja ${people}.`)).toBeVisible();
}

async function left(page: Page, name: RegExp): Promise<number> {
  const box = await page.getByRole('button', { name }).boundingBox();
  return box?.x ?? 0;
}

test('tables are moved by drag, by keys and by buttons; a locked seat and a pair apart are kept', async ({
  page,
  context,
  hillo,
}) => {
  const evening = await LiveEvening.open(hillo);
  for (const name of ['Aino', 'Eero', 'Helmi', 'Onni', 'Siiri', 'Veikko']) await evening.registered(name);
  await evening.signIn(context, await evening.member('organiser'));
  await page.goto(`/organiser/evenings/${evening.id}/seating`);
  await hall(page, 6);
  await expectNoSidewaysScroll(page);

  const first = /^Pöytä 1, 2 paikkaa/;
  const stood = await left(page, first);
  await page.getByRole('button', { name: first }).press('ArrowRight');
  const stepped = await left(page, first);
  expect(stepped).toBeGreaterThan(stood);
  await page.getByRole('button', { name: 'Oikealle', exact: true }).click();
  const nudged = await left(page, first);
  expect(nudged).toBeGreaterThan(stepped);
  await page.getByRole('button', { name: first }).scrollIntoViewIfNeeded();
  const box = await page.getByRole('button', { name: first }).boundingBox();
  await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 20);
  await page.mouse.down();
  await page.mouse.move((box?.x ?? 0) + 60, (box?.y ?? 0) + 40, { steps: 4 });
  await page.mouse.up();
  expect(await left(page, first)).toBeGreaterThan(nudged);
  await page.getByLabel('Pöydän numero tai nimi').fill('Ikkunapöytä');
  await page.getByRole('checkbox', { name: /^Esteetön pöytä/ }).check();

  await page.getByText('Yhdessä, erillään tai ilman paikkaa').click();
  await page.getByLabel('Ensimmäinen').selectOption({ label: 'Aino Esimerkki, Esimerkkiyhdistys ry' });
  await page
    .getByLabel('Toinen', { exact: true })
    .selectOption({ label: 'Eero Esimerkki, Esimerkkiyhdistys ry' });
  await page.getByRole('button', { name: 'Eri pöytiin' }).click();
  await page.getByRole('button', { name: SEAT }).click();
  await expect(page.getByText('Kukaan ei tapaa ketään kahdesti.', { exact: false })).toBeVisible(PLANNED);
  await expect(page.getByRole('heading', { level: 3, name: 'Ikkunapöytä' })).toBeVisible();

  await page.getByRole('button', { name: /Helmi Esimerkki/ }).click();
  await page.getByLabel('Oma pöytä').selectOption({ label: 'Ikkunapöytä' });
  await page.getByRole('dialog').getByRole('button', { name: 'Sulje' }).click();
  await page.getByRole('button', { name: SEAT }).click();
  await expect(page.getByText('Olet muuttanut toiveita', { exact: false })).toBeHidden(PLANNED);
  await expect(
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Ikkunapöytä' }) }),
  ).toContainText('Helmi Esimerkki (lukittu)');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test('what is published stands on everybody’s own page, and the round that comes next stands first', async ({
  page,
  browser,
  hillo,
}) => {
  const evening = await LiveEvening.open(hillo);
  const maija = await evening.guest('Maija');
  for (const name of ['Eero', 'Helmi', 'Onni']) await evening.guest(name);
  await evening.signIn(page.context(), await evening.member('organiser'));
  await page.goto(`/organiser/evenings/${evening.id}/seating`);
  await hall(page, 4);
  await page.getByRole('button', { name: SEAT }).click();
  await expect(page.getByText('Kukaan ei tapaa ketään kahdesti.', { exact: false })).toBeVisible(PLANNED);

  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'fi-FI' });
  await hillo.signIn(context, maija.grant);
  const phone = await context.newPage();
  await phone.goto(new URL(`/me/${maija.id}`, hillo.url).href);
  await phone
    .getByRole('heading', { name: 'Omat laitteet' })
    .or(phone.getByText('Maija').first())
    .first()
    .waitFor();
  await expect(phone.getByRole('heading', { name: 'Pöytäsi' })).toBeHidden();
  await page.getByRole('button', { name: 'Julkaise' }).click();
  await expect(phone.getByRole('heading', { name: 'Pöytäsi' })).toBeVisible();
  const headings = phone.getByRole('heading', { level: 3 });
  await expect(headings.filter({ hasText: 'kierros' }).first()).toHaveText('1. kierros');
  await expect(phone.getByText('Seurassasi:').first()).toBeVisible();
  await page.getByRole('button', { name: '1. kierros on pidetty' }).click();
  await expect(page.getByText('Kierroksia on pidetty 1/3.')).toBeVisible();
  await expect(headings.filter({ hasText: 'kierros' }).first()).toHaveText('2. kierros');
  await expectAccessible(phone);
  await expectNoSidewaysScroll(phone);
  await context.close();
});
