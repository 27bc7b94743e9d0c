import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { browserExecutable } from '@hillo/tooling/browser';
import { expect, expectAccessible, expectNoSidewaysScroll, test, type Page } from '../support/e2e.js';
import { anOfflineDoor, byCode, codeOf, journal, keptOnPhone, typeCode } from '../support/offline-door.js';

const FULL = process.env['HILLO_TEST_FULL'] === '1';
const PEOPLE = FULL ? 500 : 24;
const DOUBLES = FULL ? 50 : 6;
/** So long a queue may take after the network is back (T3). */
const PATIENCE = 30_000;

test.use({ serviceWorkers: 'allow' });

const card = (page: Page) => page.locator('[data-look]');
const letIn = async (page: Page, index: number) => {
  await typeCode(page, codeOf(index));
  await expect(card(page).getByRole('heading', { name: `Tulija${index} Esimerkki` })).toBeVisible();
};

/** What the line of the connection says; it is also read out. */
const says = (page: Page, words: string) =>
  expect(page.getByText(words).first()).toBeVisible({ timeout: PATIENCE });
async function cut(context: BrowserContext, page: Page): Promise<void> {
  await context.setOffline(true);
  await says(page, 'Ei yhteyttä');
}

test('nothing scanned without network is lost over three reloads and a killed browser, and the order is kept (T3)', async ({
  hillo,
  playwright,
}) => {
  test.setTimeout(FULL ? 600_000 : 120_000);
  const door = await anOfflineDoor(hillo, PEOPLE);
  const profile = mkdtempSync(join(tmpdir(), 'hillo-phone-'));
  const start = async (): Promise<BrowserContext> =>
    playwright.chromium.launchPersistentContext(profile, {
      executablePath: await browserExecutable(),
      args: ['--no-sandbox'],
      baseURL: hillo.url,
      serviceWorkers: 'allow',
      locale: 'fi-FI',
      viewport: { width: 390, height: 844 },
    });
  let phone = await start();
  const opened = await door.open(phone, 'Eeva');
  const { device } = opened;
  let { page } = opened;
  await cut(phone, page);
  await byCode(page);
  const breaks = new Map<number, 'reload' | 'kill'>([
    [Math.floor(PEOPLE * 0.2), 'reload'],
    [Math.floor(PEOPLE * 0.4), 'kill'],
    [Math.floor(PEOPLE * 0.6), 'reload'],
    [Math.floor(PEOPLE * 0.8), 'reload'],
  ]);
  for (let index = 0; index < PEOPLE; index += 1) {
    await letIn(page, index);
    const happens = breaks.get(index);
    if (happens === undefined) continue;
    if (happens === 'kill') {
      const owner = phone.browser();
      const session = await (owner ? owner.newBrowserCDPSession() : phone.newCDPSession(page));
      const closed = phone.waitForEvent('close');
      await session.send('Browser.crash' as 'Page.crash').catch(() => undefined);
      await closed;
      phone = await start();
      await door.signIn(phone, device);
      await phone.setOffline(true);
      page = await phone.newPage();
      await page.goto(`/door/${door.evening}`);
    } else {
      await page.reload();
    }
    await says(page, `${index + 1} merkintää odottaa verkkoa`);
    await expect(page.getByText(`${index + 1} / ${PEOPLE}`)).toBeVisible();
    await byCode(page);
  }
  expect(await journal(hillo, door.evening)).toEqual([]);
  await phone.setOffline(false);
  await expect
    .poll(async () => (await journal(hillo, door.evening)).length, { timeout: PATIENCE })
    .toBe(PEOPLE);
  const acts = await journal(hillo, door.evening);
  expect(acts.map(({ registration }) => registration)).toEqual(door.people);
  expect(acts.every(({ kind }) => kind === 'check-in')).toBe(true);
  const times = acts.map(({ at }) => at.getTime());
  expect(times).toEqual([...times].sort((a, b) => a - b));
  await says(page, 'Yhteys toimii');
  expect(await keptOnPhone(page)).toMatchObject({ entries: 0 });
  await phone.close();
  rmSync(profile, { recursive: true, force: true });
});

test('two doors without network let the same people in: one seat each, and both doors are told (T4)', async ({
  browser,
  hillo,
}) => {
  const door = await anOfflineDoor(hillo, DOUBLES);
  const contexts = await Promise.all([browser.newContext(), browser.newContext()]);
  const [eeva, pekka] = contexts;
  const { page: first } = await door.open(eeva, 'Eeva');
  const { page: second } = await door.open(pekka, 'Pekka');
  for (const [context, page] of [
    [eeva, first],
    [pekka, second],
  ] as const) {
    await cut(context, page);
    await byCode(page);
    for (let index = 0; index < DOUBLES; index += 1) await letIn(page, index);
    await expect(card(page)).toHaveAttribute('data-look', 'in');
  }
  await expectAccessible(second);
  await expectNoSidewaysScroll(second);
  await Promise.all(contexts.map((context) => context.setOffline(false)));
  await expect
    .poll(async () => (await journal(hillo, door.evening)).length, { timeout: PATIENCE })
    .toBe(2 * DOUBLES);
  const acts = await journal(hillo, door.evening);
  for (const person of door.people) {
    const kinds = acts.filter(({ registration }) => registration === person).map(({ kind }) => kind);
    expect(kinds).toEqual(['check-in', 'again']);
  }
  for (const page of [first, second]) {
    await says(page, `${DOUBLES} tulijaa on kirjattu kahdella ovella`);
    await expect(page.getByText(`${DOUBLES} / ${DOUBLES}`)).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: 'Tulija0' })).toContainText('sinä');
  }
  await expect(first.getByRole('listitem').filter({ hasText: 'Tulija0' })).toContainText('Pekka');
  await expect(second.getByRole('listitem').filter({ hasText: 'Tulija0' })).toContainText('Eeva');
  await expectAccessible(first);
  await Promise.all(contexts.map((context) => context.close()));
});

test('who registered since the list came is let in and verified later; a stranger is explained, a walk-in and an undoing wait (T5)', async ({
  context,
  hillo,
}) => {
  const door = await anOfflineDoor(hillo, 2);
  const { page } = await door.open(context, 'Eeva');
  await cut(context, page);
  const since = await hillo.fixtures.registration(door.evening, { spoken_code: codeOf(90) });
  await byCode(page);
  await typeCode(page, codeOf(90));
  await says(page, 'Päästä sisään, tarkistetaan myöhemmin');
  await expectAccessible(page);
  await typeCode(page, codeOf(91));
  await says(page, '2 merkintää odottaa verkkoa');
  await letIn(page, 0);
  await page.getByRole('button', { name: 'Peru sisäänkirjaus' }).click();
  await expect(card(page)).toHaveAttribute('data-look', 'undone');
  await page.getByRole('link', { name: 'Uusi tulija' }).click();
  await page.getByLabel('Etunimi').fill('Ville');
  await page.getByRole('button', { name: 'Kirjaa sisään' }).click();
  await expect(page.getByText('Täytä tämä kohta.', { exact: true })).toBeVisible();
  await page.getByLabel('Mistä tulee?').selectOption('Asukas');
  await page.getByRole('button', { name: 'Kirjaa sisään' }).click();
  await expect(card(page).getByRole('heading', { name: 'Ville' })).toBeVisible();
  await page.getByRole('link', { name: 'Odottavat kirjaukset' }).click();
  await expect(page.getByRole('heading', { name: 'Odottaa verkkoa (5)' })).toBeVisible();
  await expectAccessible(page);
  await context.setOffline(false);
  await expect(page.getByRole('heading', { name: 'Ei mennyt läpi (1)' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(codeOf(91).slice(0, 3))).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Poista listalta' }).click();
  await expect(page.getByText('Kaikki on lähetetty')).toBeVisible();
  const acts = await journal(hillo, door.evening);
  expect(acts.map(({ kind }) => kind)).toEqual(['check-in', 'check-in', 'undo', 'check-in']);
  expect(acts.map(({ registration }) => registration).slice(0, 3)).toEqual([
    since,
    door.people[0],
    door.people[0],
  ]);
});

test('a revoked phone keeps nothing, whenever it hears of it', async ({ context, hillo }) => {
  const door = await anOfflineDoor(hillo, 2);
  const { page, device } = await door.open(context, 'Eeva');
  await cut(context, page);
  await byCode(page);
  await letIn(page, 0);
  await hillo.pool.query('DELETE FROM session_grants WHERE subject_id = $1', [device]);
  await context.setOffline(false);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tämä puhelin ei ole enää ovi', {
    timeout: 30_000,
  });
  await expect(page.getByText('1 kirjaus jäi lähettämättä')).toBeVisible();
  await expectAccessible(page);
  expect(await keptOnPhone(page)).toEqual({ lists: 0, entries: 0 });
  expect(await journal(hillo, door.evening)).toEqual([]);
});

test('twelve hours after the end the phone shows no list, and keeps none', async ({ context, hillo }) => {
  const door = await anOfflineDoor(hillo, 2);
  const { page } = await door.open(context, 'Eeva');
  await context.setOffline(true);
  await page.clock.setSystemTime(Date.now() + 16 * 3_600_000);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('Ovella Eeva')).toBeHidden();
  await expect.poll(() => keptOnPhone(page)).toEqual({ lists: 0, entries: 0 });
});

test('a phone whose memory is emptied or denied says so, and the server misses its entries (T51)', async ({
  browser,
  context,
  hillo,
}) => {
  const door = await anOfflineDoor(hillo, 4);
  const { page } = await door.open(context, 'Eeva');
  await cut(context, page);
  await byCode(page);
  for (const index of [0, 1, 2]) await letIn(page, index);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        indexedDB.deleteDatabase('hillo').addEventListener('success', () => resolve());
      }),
  );
  // The open page still knows them; one that is opened anew does not.
  await page.goto('about:blank');
  await context.setOffline(false);
  await page.goto(`/door/${door.evening}`);
  await says(page, 'Yhteys toimii');
  await cut(context, page);
  await byCode(page);
  await letIn(page, 3);
  await context.setOffline(false);
  await expect(page.getByText('sinä: 3 kirjausta puuttuu')).toBeVisible({ timeout: 30_000 });

  const forgetful = await browser.newContext();
  await forgetful.addInitScript(() =>
    Object.defineProperty(IDBFactory.prototype, 'open', {
      value: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    }),
  );
  const { deviceId } = await hillo.fixtures.device(door.evening, 'door');
  await door.signIn(forgetful, deviceId);
  const other = await forgetful.newPage();
  await other.goto(`/door/${door.evening}`);
  await says(other, 'Yhteys toimii');
  await forgetful.setOffline(true);
  await byCode(other);
  await letIn(other, 0);
  await expect(other.getByText('Tämä selain ei säilytä merkintöjä.')).toBeVisible();
  await forgetful.setOffline(false);
  await expect
    .poll(async () => (await journal(hillo, door.evening)).map(({ registration }) => registration), {
      timeout: 30_000,
    })
    .toEqual([door.people[3], door.people[0]]);
  await forgetful.close();
});
