import { expect, type Page, test } from '../support/e2e.js';
import { LiveEvening } from '../support/live-evening.js';
import { anOfflineDoor, byCode, codeOf, journal, keptOnPhone, typeCode } from '../support/offline-door.js';
import { releaseBefore } from '../support/other-release.js';
import { RestartingServer } from '../support/restarting-server.js';

test.use({ serviceWorkers: 'allow' });
// Servers are started and killed on the way.
test.setTimeout(120_000);

let before: Awaited<ReturnType<typeof releaseBefore>>;
let server: RestartingServer;

test.beforeEach(async () => {
  before = await releaseBefore();
  server = await RestartingServer.start(before.folder);
});
test.afterEach(async () => {
  await server.stop();
  await before.remove();
});

const OFFER = 'Hillosta on uusi versio.';

/** The quiet line, not the region that reads it out. */
const says = (page: Page, words: string) =>
  expect(page.locator('#main').getByText(words)).toBeVisible({ timeout: 20_000 });

/** The files of this release lie on the phone and wait to be taken into use. */
async function laterReleaseWaits(page: Page): Promise<void> {
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await expect
    .poll(() => page.evaluate(async () => !!(await navigator.serviceWorker.ready).waiting))
    .toBe(true);
}

async function takeIntoUse(page: Page, shell: string): Promise<void> {
  await expect(page.getByText(OFFER)).toBeVisible();
  await page.getByRole('button', { name: 'Ota käyttöön' }).click();
  // The worker takes over and the page is loaded anew.
  await expect(page.getByText(OFFER)).toHaveCount(0, { timeout: 40_000 });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await page.evaluate(() => caches.keys())).toEqual([
    `hillo before ${shell}`,
    expect.stringMatching(new RegExp(`^hillo [0-9a-f]{12} ${shell}$`)),
  ]);
}

test('an attendee’s queue of the release before is sent; its files go on until this one is taken into use (T50)', async ({
  page,
  context,
}) => {
  const evening = await LiveEvening.open(server.hillo);
  const maija = await evening.guest('Maija');
  const ville = await evening.guest('Ville', { sector: 'municipality', affiliation: 'Esimerkkilä' });
  await evening.signIn(context, maija.grant);
  await page.goto(`${server.url}/me/${maija.id}`);
  await says(page, 'Yhteys toimii');
  await expect
    .poll(() =>
      page.evaluate(
        async () => (await caches.match('/me')) !== undefined && !!navigator.serviceWorker.controller,
      ),
    )
    .toBe(true);
  await server.kill();
  await page.getByRole('link', { name: 'Lue nimilappu' }).click();
  await page.getByLabel('Toisen koodi').fill(ville.code);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kohtaaminen odottaa verkkoa');
  await page.getByRole('link', { name: 'Omalle sivulle' }).click();
  await says(page, 'Ei yhteyttä. 1 merkintä odottaa verkkoa.');
  await page.getByRole('link', { name: 'Lue nimilappu' }).click();

  await server.restart();
  // Opened anew it is still the release before, whole: the server has none of its files any more.
  await page.reload();
  await expect(page.getByLabel('Toisen koodi')).toBeVisible();
  await says(page, 'Yhteys toimii');
  await expect
    .poll(async () => (await maija.phone.get(`/api/me/${maija.id}/encounters`)).body.encounters.length)
    .toBe(1);
  await laterReleaseWaits(page);
  // In the middle of a scan nothing is offered and nothing is loaded anew.
  await page.getByLabel('Toisen koodi').fill('123');
  await expect(page.getByText(OFFER)).toHaveCount(0);
  expect(await page.getByLabel('Toisen koodi').inputValue()).toContain('123');
  await page.getByRole('link', { name: 'Takaisin lapulle' }).click();
  await takeIntoUse(page, 'attendee');
  await expect(page.getByRole('heading', { name: 'Bingolappusi' })).toBeVisible();
  await page.getByRole('link', { name: 'Tapaamani ihmiset' }).click();
  await expect(page.getByRole('link', { name: /Ville/ })).toBeVisible();
});

test('a door’s queue of the release before is sent; who is being checked in is not disturbed by this one (T50)', async ({
  context,
}) => {
  const door = await anOfflineDoor(server.hillo, 3);
  const { page } = await door.open(context, 'Eeva', server.url);
  await server.kill();
  await byCode(page);
  for (const index of [0, 1]) {
    await typeCode(page, codeOf(index));
    await expect(page.getByRole('heading', { name: `Tulija${index} Esimerkki` })).toBeVisible();
  }
  await says(page, '2 merkintää odottaa verkkoa');

  await server.restart();
  await page.reload();
  await says(page, 'Yhteys toimii');
  await expect.poll(async () => (await journal(server.hillo, door.evening)).length).toBe(2);
  const acts = await journal(server.hillo, door.evening);
  expect(acts.map(({ registration }) => registration)).toEqual(door.people.slice(0, 2));
  await laterReleaseWaits(page);
  await byCode(page);
  await page.getByLabel('Tulijan koodi').fill('123');
  await expect(page.getByText(OFFER)).toHaveCount(0);
  expect(await page.getByLabel('Tulijan koodi').inputValue()).toContain('123');
  await typeCode(page, codeOf(2));
  await expect.poll(async () => (await journal(server.hillo, door.evening)).length).toBe(3);
  await page.getByRole('link', { name: 'Nimilista' }).click();
  await takeIntoUse(page, 'door');
  await expect(page.getByText('3 / 3')).toBeVisible();
  expect(await keptOnPhone(page)).toMatchObject({ entries: 0 });
});
