import { readFile } from 'node:fs/promises';
import type { Browser as Chromium, BrowserContext, Page } from '@playwright/test';
import { newId } from '@hillo/server/platform/clock';
import { ROWS } from '@hillo/domain/bingo';
import { parse } from 'csv-parse/sync';
import { expect, type Hillo, test } from '../support/e2e.js';
import { mailedCode } from '../support/mailed-code.js';

const HOUR = 3_600_000;
const LAPTOP = { viewport: { width: 1280, height: 900 } };

/** The date field's value for tomorrow in Helsinki. */
function tomorrow(): string {
  return new Date(Date.now() + 24 * HOUR).toLocaleDateString('sv-SE', { timeZone: 'Europe/Helsinki' });
}

async function anOrganiser(hillo: Hillo, browser: Chromium) {
  const organisation = await hillo.fixtures.organisation('Kumppaniverkosto');
  const { accountId } = await hillo.fixtures.member(organisation, ['organiser']);
  const laptop = await browser.newContext(LAPTOP);
  await hillo.signIn(laptop, { kind: 'account', subjectId: accountId, eveningId: null, role: null });
  const desk = await laptop.newPage();
  await desk.goto(`/organiser/${organisation}`);
  return { laptop, desk };
}

/** Theme, time and place; the paths of its organiser's page and of its public page. */
async function publish(desk: Page): Promise<{ base: string; evening: string; publicPath: string }> {
  await desk.getByRole('link', { name: 'Uusi ilta' }).click();
  await desk.getByLabel('Teema').selectOption({ label: 'Lapset ja perheet' });
  await desk.getByLabel('Päivä').fill(tomorrow());
  await desk.getByLabel('Paikka').fill('Kylätalo');
  await desk.getByRole('button', { name: 'Tee ilta' }).click();
  await desk.getByRole('button', { name: 'Julkaise ilta' }).click();
  await expect(desk.getByText('Ilta on julkaistu')).toBeVisible();
  const base = new URL(desk.url()).pathname;
  const publicPath = await desk.locator('a[href^="/e/"]').first().getAttribute('href');
  return { base, evening: base.split('/').at(-1) ?? '', publicPath: publicPath ?? '' };
}

/** Registers by the form and stays on the own page; the registration's id. */
async function register(phone: BrowserContext, publicPath: string, name: string, sector: RegExp) {
  const page = await phone.newPage();
  await page.goto(publicPath);
  await page.getByLabel('Etunimi').first().fill(name);
  const email = page.getByRole('textbox', { name: /^Sähköposti/ }).first();
  await email.fill(`${name.toLowerCase()}@example.org`);
  await page.getByRole('radio', { name: sector }).check();
  const draw = page.getByLabel('Olen mukana arvonnassa');
  if (!(await draw.isVisible())) await page.getByText('Yhteystiedot ja arvonta').click();
  await draw.check();
  await page.getByRole('checkbox', { name: /Olen lukenut/ }).check();
  await page.getByRole('button', { name: 'Ilmoittaudu', exact: true }).click();
  await expect(page.getByRole('heading', { name: `Tervetuloa, ${name}!` })).toBeVisible();
  await page.getByRole('link', { name: 'Avaa oma sivu' }).click();
  await page.getByRole('button', { name: `Jatka: olen ${name}` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Hei ${name}`);
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  return { page, id };
}

async function checkIn(door: Page, name: string): Promise<void> {
  await door.getByRole('radio', { name: 'Nimi' }).check({ force: true });
  await door.getByLabel('Osa nimestä').fill(name);
  await door.getByRole('button', { name: new RegExp(name) }).click();
  const card = door.locator('[data-look]');
  await expect(card.getByRole('heading', { name })).toBeVisible();
  await expect(card).toHaveAttribute('data-look', 'in');
  await door.getByRole('button', { name: 'Seuraava' }).click();
}

/** Cards with a full row of meetings, as if their owners had played. The owner of the first card may be somebody real. */
async function playedCards(hillo: Hillo, evening: string, owner: string): Promise<void> {
  const { fixtures } = hillo;
  const now = new Date();
  const crowd: string[] = [];
  for (let index = 0; index < 4; index += 1)
    crowd.push(await fixtures.registration(evening, { checked_in_at: now, draw_opt_in: true }));
  const [row] = ROWS;
  for (const player of [owner, ...crowd]) {
    let { rows } = await hillo.pool.query<{ id: string }>('SELECT id FROM cards WHERE registration_id = $1', [
      player,
    ]);
    if (rows.length === 0) {
      rows = [{ id: newId() }];
      await fixtures.insert('cards', {
        id: rows[0]?.id,
        evening_id: evening,
        registration_id: player,
        issued_at: now,
      });
    }
    const { rows: filled } = await hillo.pool.query<{ square: number; other_id: string }>(
      'SELECT square, other_id FROM marks WHERE card_id = $1',
      [rows[0]?.id],
    );
    const others = crowd.filter((other) => other !== player);
    for (const square of row.filter((each) => filled.every((mark) => mark.square !== each)))
      await fixtures.insert('marks', {
        card_id: rows[0]?.id,
        square,
        other_id: others.pop(),
        marked_at: now,
        marked_by: 'test',
      });
    await hillo.pool.query('UPDATE cards SET ticket_since = now(), rev = rev + 1 WHERE id = $1', [
      rows[0]?.id,
    ]);
  }
}

async function draw(desk: Page, base: string): Promise<void> {
  const sure = (name: string) => desk.getByRole('dialog').getByRole('button', { name }).click();
  await desk.goto(`${base}/draw`);
  await desk.getByLabel('Tarkenne').fill('Kylätalon sali neljäksi tunniksi');
  await desk.getByRole('button', { name: 'Tallenna palkinnot' }).click();
  await desk.getByRole('button', { name: 'Aloita arvonta' }).click();
  await sure('Aloita arvonta');
  await desk.getByRole('button', { name: 'Lukitse lista' }).click();
  await sure('Lukitse lista');
  await expect(desk.getByRole('heading', { name: 'Listalla on 5 arpaa' })).toBeVisible();
  for (const [index, call] of ['4711', '0832', '9050'].entries())
    await desk.getByLabel(`${index + 1}. ihminen`).fill(call);
  await desk.getByRole('button', { name: 'Vahvista luvut' }).click();
  await desk.getByRole('button', { name: 'Julkaise tulos' }).click();
  await expect(desk.getByRole('heading', { name: 'Voittajat' })).toBeVisible();
}

test('a whole evening through its pages: published, full of people, drawn, and taken home', async ({
  browser,
  hillo,
}) => {
  test.setTimeout(150_000);
  const { laptop, desk } = await anOrganiser(hillo, browser);
  const { base, evening, publicPath } = await publish(desk);

  const [one, two] = [await browser.newContext(), await browser.newContext()];
  const maija = await register(one, publicPath, 'Maija', /Järjestö/);
  const ville = await register(two, publicPath, 'Ville', /Kunta/);
  await desk.goto(`${base}/coming`);
  await expect(desk.getByText('2 mukana')).toBeVisible();

  // The day comes.
  await hillo.pool.query('UPDATE evenings SET starts_at = $2, ends_at = $3 WHERE id = $1', [
    evening,
    new Date(Date.now() - HOUR),
    new Date(Date.now() + 2 * HOUR),
  ]);
  await desk.goto(`${base}/door`);
  await desk.getByRole('link', { name: 'Avaa ovi' }).click();
  await checkIn(desk, 'Maija');
  await checkIn(desk, 'Ville');
  for (const { page } of [maija, ville])
    await expect(page.getByRole('heading', { name: 'Bingolappusi' })).toBeVisible();

  const code = (await ville.page.locator('main').innerText()).match(/\b\d{3} \d{3}\b/)?.[0] ?? '';
  await maija.page.getByRole('link', { name: 'Lue nimilappu' }).click();
  await maija.page.getByLabel('Toisen koodi').fill(code);
  await expect(maija.page.getByRole('heading', { level: 1 })).toHaveText('Ville');
  await maija.page.locator('main li button').first().click();
  await ville.page.getByRole('button', { name: /^Merkitse ruutuun/ }).click();
  await expect(ville.page.getByRole('button', { name: /: Maija/ })).toBeVisible();
  await maija.page.getByRole('button', { name: /: Ville/ }).click();
  await maija.page.getByRole('link', { name: 'Avaa kohtaaminen' }).click();
  await maija.page.getByLabel('Mistä on sovittu').fill('Perhekerho saa salin torstaisin');
  await maija.page.getByRole('button', { name: 'Tallenna' }).click();
  await expect(maija.page.getByText('Tallennettu. Ville näkee tämän nyt.')).toBeVisible();
  await ville.page.getByRole('button', { name: /: Maija/ }).click();
  await ville.page.getByRole('link', { name: 'Avaa kohtaaminen' }).click();
  for (const { page } of [maija, ville]) {
    await page.getByLabel('Sähköposti').check();
    await page.getByRole('button', { name: 'Jaa nämä' }).click();
  }
  await expect(maija.page.getByText('ville@example.org')).toBeVisible();

  await playedCards(hillo, evening, maija.id);
  await maija.page.goto(`/me/${maija.id}`);
  await expect(maija.page.getByText('Sinulla on arpa')).toBeVisible();
  await maija.page.getByRole('link', { name: 'Katso arvonta ja säännöt' }).click();
  await expect(maija.page.getByText('Olet mukana arvonnassa')).toBeVisible();
  await draw(desk, base);
  await expect(maija.page.getByText('Puhelimesi tarkisti arvonnan')).toBeVisible();
  await expect(maija.page.getByText('siihen, mitä puhelimesi näki ennen tulosta')).toBeVisible();

  await maija.page.goto(`/me/${maija.id}/contacts`);
  await expect(maija.page.getByRole('heading', { name: 'Ville', level: 2 })).toBeVisible();
  await expect(maija.page.getByText('Perhekerho saa salin torstaisin')).toBeVisible();
  await maija.page.getByRole('button', { name: 'CSV' }).click();
  await expect(maija.page.getByText(/^Lähetimme kuusi numeroa/)).toBeVisible();
  await maija.page.getByLabel('Koodi sähköpostista').fill(await mailedCode(hillo, maija.id));
  const download = maija.page.waitForEvent('download');
  await maija.page.getByRole('button', { name: 'Vahvista' }).click();
  const csv = await readFile(await (await download).path(), 'utf8');
  const rows = parse(csv, { bom: true, delimiter: ';' }).map((cells) => cells.join('|'));
  expect(rows.filter((row) => row.includes('Ville'))).toHaveLength(1);
  expect(rows.join('\n')).toMatch(/Ville.*ville@example\.org/);
  expect(rows.join('\n')).toContain('Perhekerho saa salin torstaisin');
  for (const context of [laptop, one, two]) await context.close();
});
