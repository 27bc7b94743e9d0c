import { expect, expectAccessible, expectNoSidewaysScroll, type Page, test } from '../support/e2e.js';
import { LiveEvening, type Guest } from '../support/live-evening.js';
import { closedBrowser } from '../support/kept-browser.js';
import { RestartingServer } from '../support/restarting-server.js';

test.use({ serviceWorkers: 'allow' });
// Servers and browsers are started and killed on the way.
test.setTimeout(120_000);

/** The pages of attendees are kept on this phone, by a worker that answers for them. */
async function isKept(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(
        async () => (await caches.match('/me')) !== undefined && !!navigator.serviceWorker.controller,
      ),
    )
    .toBe(true);
}

async function openOwnPage(page: Page, guest: Guest): Promise<void> {
  await page.goto(`/me/${guest.id}`);
  await expect(page.getByRole('heading', { name: 'Bingolappusi' })).toBeVisible();
  await expect(line(page, 'Yhteys toimii')).toBeVisible();
}

/** The quiet line, not the region that reads it out. */
const line = (page: Page, words: string) => page.locator('#main').getByText(words);

async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByRole('link', { name: 'Lue nimilappu' }).click();
  await page.getByLabel('Toisen koodi').fill(code);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kohtaaminen odottaa verkkoa');
}

const toOwnPage = (page: Page) => page.getByRole('link', { name: 'Omalle sivulle' }).click();

async function meetingsOf(guest: Guest) {
  return (await guest.phone.get(`/api/me/${guest.id}/encounters`)).body.encounters;
}

async function aRoom(hillo: Parameters<typeof LiveEvening.open>[0]) {
  const evening = await LiveEvening.open(hillo);
  const maija = await evening.guest('Maija', { email: 'maija@example.org', phone: '040 123 4567' });
  const ville = await evening.guest('Ville', { sector: 'municipality', affiliation: 'Esimerkkilä' });
  return { evening, maija, ville };
}

test('a scan, its square, its note and its consent are made without network, outlive a reload, and arrive', async ({
  page,
  context,
  hillo,
}) => {
  const { evening, maija, ville } = await aRoom(hillo);
  await evening.signIn(context, maija.grant);
  await openOwnPage(page, maija);
  await isKept(page);

  await context.setOffline(true);
  await expect(line(page, 'Ei yhteyttä. Näet viimeksi haetut tiedot.')).toBeVisible();
  await typeCode(page, ville.code);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await expect(page.getByText('Tarkistetaan, kun verkko palaa.').first()).toBeVisible();
  await page.locator('main li button').first().click();
  await expect(page.getByText('Ruutu odottaa verkkoa.')).toBeVisible();
  await page.getByLabel('Mistä on sovittu').fill('Kahvit tiistaina');
  await page.getByRole('button', { name: 'Tallenna' }).click();
  await expect(page.getByText('Muistiinpano on tallessa tässä puhelimessa.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Puhelin' }).check();
  await page.getByRole('button', { name: 'Jaa nämä' }).click();
  await expect(page.getByText('Vastauksesi on tallessa tässä puhelimessa.')).toBeVisible();

  await page.reload();
  await expect(page.getByText('Kahvit tiistaina')).toBeVisible();
  await toOwnPage(page);
  await expect(page.getByRole('button', { name: /odottaa verkkoa/ })).toHaveCount(1);
  await expect(line(page, 'Ei yhteyttä. 4 merkintää odottaa verkkoa.')).toBeVisible();
  // The badge is still there to be scanned by others.
  await expect(page.getByRole('img', { name: /QR/ })).toBeVisible();
  await page.getByRole('link', { name: 'Tapaamani ihmiset' }).click();
  await expect(page.getByRole('link', { name: /Odottaa verkkoa/ })).toBeVisible();
  expect(await meetingsOf(maija)).toEqual([]);

  await context.setOffline(false);
  await expect(page.getByRole('link', { name: /Ville/ })).toBeVisible();
  await expect(line(page, 'Yhteys toimii')).toBeVisible();
  await toOwnPage(page);
  await expect(page.getByRole('button', { name: /: Ville/ })).toBeVisible();
  const [meeting] = await meetingsOf(ville);
  expect(meeting.otherNote.agreed).toBe('Kahvit tiistaina');
  expect(meeting.sharing.otherSaidYes).toBe(true);
});

test('what the server refuses is explained, mended or dropped, and holds up nothing', async ({
  page,
  context,
  hillo,
}) => {
  const { evening, maija, ville } = await aRoom(hillo);
  const absent = await evening.registered('Aino');
  await evening.signIn(context, maija.grant);
  await openOwnPage(page, maija);
  await isKept(page);

  await context.setOffline(true);
  await typeCode(page, absent.code);
  await page.getByLabel('Mistä on sovittu').fill('Jatketaan aamulla');
  await page.getByRole('button', { name: 'Tallenna' }).click();
  await expect(page.getByText('Muistiinpano on tallessa')).toBeVisible();
  await toOwnPage(page);
  await typeCode(page, maija.code);
  await toOwnPage(page);
  await expect(line(page, 'Ei yhteyttä. 3 merkintää odottaa verkkoa.')).toBeVisible();
  await context.setOffline(false);

  await page.getByRole('link', { name: '2 merkintää ei mennyt läpi' }).click();
  await expect(page.getByRole('heading', { name: 'Nämä eivät menneet läpi' })).toBeVisible();
  await expectAccessible(page);
  const own = page.locator('main section').filter({ hasText: 'Nämä eivät' });
  await own.getByRole('button', { name: 'Poista merkintä' }).last().click();
  await expect(own.getByLabel('Toisen koodi')).toHaveCount(1);
  // The note stays with its meeting while the code is put right.
  await own.getByLabel('Toisen koodi').fill(ville.code);
  await own.getByRole('button', { name: 'Lähetä korjattu koodi' }).click();
  await expect(page.getByText('Kaikki on lähetetty')).toBeVisible();
  await expect.poll(async () => (await meetingsOf(maija))[0]?.ownNote.agreed).toBe('Jatketaan aamulla');
  expect((await meetingsOf(maija))[0].other.firstName).toBe('Ville');
});

test('a page is opened again with the server gone and the browser killed in between; nothing is lost', async () => {
  const server = await RestartingServer.start();
  const browser = closedBrowser(server.url);
  try {
    const { evening, maija, ville } = await aRoom(server.hillo);
    const second = await evening.guest('Onni', { sector: 'resident' });
    await browser.opened(async (page) => {
      await page.goto(maija.personalPath);
      await page.getByRole('button', { name: 'Jatka: olen Maija' }).click();
      await expect(line(page, 'Yhteys toimii')).toBeVisible();
      await isKept(page);
    });
    await server.kill();
    await browser.opened(async (page) => {
      await page.goto(`/me/${maija.id}`);
      await expect(page.getByRole('heading', { name: 'Bingolappusi' })).toBeVisible();
      await typeCode(page, ville.code);
    });
    await browser.opened(async (page) => {
      // As an installed application begins.
      await page.goto('/me');
      await expect(line(page, 'Ei yhteyttä. 1 merkintä odottaa verkkoa.')).toBeVisible();
      await typeCode(page, second.code);
      await server.restart();
      await expect(page.getByText('Kohtaaminen on lähetetty')).toBeVisible({ timeout: 20_000 });
      await page.getByRole('link', { name: 'Tapaamani ihmiset' }).click();
      await expect(page.getByRole('link', { name: /Ville/ })).toBeVisible();
      await expect(page.getByRole('link', { name: /Onni/ })).toBeVisible();
    });
    expect(await meetingsOf(maija)).toHaveLength(2);
  } finally {
    await browser.remove();
    await server.stop();
  }
});

test('where the browser keeps nothing the page says so, and what waits is sent from memory (T51)', async ({
  page,
  context,
  hillo,
}) => {
  const { evening, maija, ville } = await aRoom(hillo);
  await evening.signIn(context, maija.grant);
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  });
  await openOwnPage(page, maija);
  // The files of the scan page are there; the camera is not, and the code is what works.
  await page.getByRole('link', { name: 'Lue nimilappu' }).click();
  await expect(page.getByLabel('Toisen koodi')).toBeVisible();
  await page.getByRole('link', { name: 'Takaisin lapulle' }).click();
  await context.setOffline(true);
  await typeCode(page, ville.code);
  await expect(line(page, 'Tämä selain ei säilytä merkintöjä.')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('Kohtaaminen on lähetetty')).toBeVisible();
  expect(await meetingsOf(maija)).toHaveLength(1);
});

test('what the browser throws away while the page is open is sent from memory (T51)', async ({
  page,
  context,
  hillo,
}) => {
  const { evening, maija, ville } = await aRoom(hillo);
  await evening.signIn(context, maija.grant);
  await openOwnPage(page, maija);
  await isKept(page);
  await context.setOffline(true);
  await typeCode(page, ville.code);
  const inspector = await context.newCDPSession(page);
  await inspector.send('Storage.clearDataForOrigin', { origin: hillo.url, storageTypes: 'indexeddb' });
  await context.setOffline(false);
  await expect(page.getByText('Kohtaaminen on lähetetty')).toBeVisible();
  expect(await meetingsOf(maija)).toHaveLength(1);
});
