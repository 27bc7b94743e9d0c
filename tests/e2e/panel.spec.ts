import type { Browser as Chromium, Page } from '@playwright/test';
import { expect, test } from '../support/e2e.js';
import { type Guest, LiveEvening } from '../support/live-evening.js';

test.use({ serviceWorkers: 'allow' });

type Hillo = Parameters<Parameters<typeof test>[2]>[0]['hillo'];

/** A phone of its own with the page of questions open. */
async function phoneOf(browser: Chromium, hillo: Hillo, guest: Guest): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    baseURL: hillo.url,
    serviceWorkers: 'allow',
  });
  await hillo.signIn(context, guest.grant);
  const page = await context.newPage();
  await page.goto(`/me/${guest.id}/panel`);
  await page.getByRole('heading', { name: 'Oma kysymyksesi' }).waitFor();
  // From then on a lost network loses no file of the page.
  await expect
    .poll(() =>
      page.evaluate(
        async () => (await caches.match('/me')) !== undefined && !!navigator.serviceWorker.controller,
      ),
    )
    .toBe(true);
  return page;
}

async function askOn(page: Page, words: string): Promise<void> {
  await page.getByLabel('Mitä haluat kysyä?').fill(words);
  await page.getByRole('button', { name: 'Lähetä kysymys' }).click();
}

const question = (page: Page, words: string) => page.getByRole('article').filter({ hasText: words });
/** The same question stands among all others too once it is shown. */
const ownQuestion = (page: Page, words: string) =>
  page.getByRole('region', { name: 'Omat kysymyksesi' }).getByRole('article').filter({ hasText: words });

/** Pressed or not: the count, the word and the question. */
const voteFor = (page: Page, words: string) =>
  question(page, words).getByRole('button', { name: /(Anna ääni|Äänestit)/ });

test('a question goes from a phone over the host to the room, is voted for, and its asker is told the answer', async ({
  browser,
  context,
  hillo,
  page,
}) => {
  const evening = await LiveEvening.open(hillo);
  const [aino, ville] = [await evening.guest('Aino'), await evening.guest('Ville')];
  await evening.signIn(context, await evening.device('host'));
  await page.goto(`/host/${evening.id}/questions`);
  await expect(page.getByText('Mitään ei ole näkyvissä')).toBeVisible();
  const [asker, other] = [await phoneOf(browser, hillo, aino), await phoneOf(browser, hillo, ville)];
  const words = 'Voisiko koulun sali olla iltaisin auki?';
  await askOn(asker, words);
  await expect(asker.getByText('Kysymyksesi lähti juontajalle.')).toBeVisible();
  await expect(ownQuestion(asker, words)).toContainText('Odottaa juontajaa');

  // The host has touched nothing: the question comes by itself, and a key lets it in.
  await page.getByRole('radio', { name: 'Odottaa (1)' }).check();
  const waiting = question(page, words);
  await expect(waiting).toContainText('Paneelille');
  await waiting.focus();
  await page.keyboard.press('h');
  await expect(page.getByText('Näkyvissä (1)')).toBeVisible();

  const vote = voteFor(other, words);
  await vote.click();
  await expect(vote).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('radio', { name: 'Näkyvissä (1)' }).check();
  await expect(question(page, words)).toContainText('1 ääni');
  await vote.click();
  await expect(question(page, words)).toContainText('Ei ääniä');

  // Whoever types the same is shown it.
  await other.getByLabel('Mitä haluat kysyä?').fill('Saisiko koulun salin iltaisin auki');
  await expect(other.getByText('Onko tämä sama kysymys?')).toBeVisible();

  await page.getByRole('button', { name: `Näytölle: ${words}` }).click();
  await expect(other.getByRole('heading', { name: 'Nyt vastataan' })).toBeVisible();
  await page.getByRole('button', { name: `Vastattu: ${words}` }).click();
  await page.getByLabel('Lyhyt vastaus').fill('Sovitaan vuorot rehtorin kanssa.');
  await page.getByRole('button', { name: 'Merkitse vastatuksi' }).click();
  await expect(ownQuestion(asker, words)).toContainText('Sovitaan vuorot rehtorin kanssa.');
  await asker.getByRole('link', { name: 'Takaisin omalle sivulle' }).click();
  await expect(asker.getByText('Kysymykseesi on vastattu.')).toBeVisible();
});

test('without network a question and a vote wait on the phone, and leave by themselves', async ({
  browser,
  hillo,
}) => {
  const evening = await LiveEvening.open(hillo);
  const [aino, ville] = [await evening.guest('Aino'), await evening.guest('Ville')];
  const desk = await hillo.fixtures.browser(await evening.member('organiser'));
  const path = `/api/evenings/${evening.id}`;
  const { id } = (await desk.post(`${path}/questions`, { text: 'Missä kokoonnumme?', source: 'card' })).body;
  await desk.post(`${path}/questions/${id}/moves`, { move: 'approve', version: 0 });
  const page = await phoneOf(browser, hillo, aino);
  const vote = voteFor(page, 'Missä kokoonnumme?');
  await vote.waitFor();
  await page.context().setOffline(true);
  await askOn(page, 'Kuka tulee mukaan?');
  await expect(page.getByText('Kysymyksesi on tallessa tässä puhelimessa.')).toBeVisible();
  await expect(question(page, 'Kuka tulee mukaan?')).toContainText('Odottaa lähettämistä');
  await vote.click();
  await expect(vote).toHaveAttribute('aria-pressed', 'true');
  await page.context().setOffline(false);
  await expect(question(page, 'Kuka tulee mukaan?')).toContainText('Odottaa juontajaa', { timeout: 20_000 });
  await expect(vote).toContainText('1', { timeout: 20_000 });
  const { questions } = (await desk.get(`${path}/panel/desk`)).body;
  expect(questions.map((each: { text: string }) => each.text).toSorted()).toEqual([
    'Kuka tulee mukaan?',
    'Missä kokoonnumme?',
  ]);
  // Another phone has the same count.
  const second = await phoneOf(browser, hillo, ville);
  await expect(voteFor(second, 'Missä kokoonnumme?')).toContainText('1');
});

test('two hosts order questions by dragging and by keys, and see each other’s work', async ({
  browser,
  context,
  hillo,
  page,
}) => {
  const evening = await LiveEvening.open(hillo);
  const desk = await hillo.fixtures.browser(await evening.member('organiser'));
  const path = `/api/evenings/${evening.id}`;
  for (const text of ['Ensimmäinen?', 'Toinen?', 'Kolmas?']) {
    const { id } = (await desk.post(`${path}/questions`, { text, source: 'spoken' })).body;
    await desk.post(`${path}/questions/${id}/moves`, { move: 'approve', version: 0 });
  }
  const openAs = async (host: Page) => {
    await host.goto(`/host/${evening.id}/questions`);
    await question(host, 'Kolmas?').waitFor();
  };
  await evening.signIn(context, await evening.device('host'));
  await openAs(page);
  // Tall enough for all handles: what is dragged stays in sight.
  const elsewhere = await browser.newContext({
    viewport: { width: 1024, height: 2000 },
    baseURL: hillo.url,
  });
  await evening.signIn(elsewhere, await evening.device('host'));
  const second = await elsewhere.newPage();
  await openAs(second);
  const order = (host: Page) => host.getByRole('article');
  const words = async (host: Page) =>
    (await order(host).allInnerTexts()).map((text) => /(Ensimmäinen|Toinen|Kolmas)/.exec(text)?.[0]);

  await page.getByRole('button', { name: 'Siirrä: Kolmas?' }).focus();
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => words(second)).toEqual(['Ensimmäinen', 'Kolmas', 'Toinen']);

  const handle = second.getByRole('button', { name: 'Siirrä: Toinen?' });
  await handle.hover();
  const top = await question(second, 'Ensimmäinen?').boundingBox();
  await second.mouse.down();
  await second.mouse.move((top?.x ?? 0) + 20, (top?.y ?? 0) + 4, { steps: 5 });
  await second.mouse.up();
  await expect.poll(() => words(page)).toEqual(['Toinen', 'Ensimmäinen', 'Kolmas']);
});
