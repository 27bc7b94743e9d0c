import { SCENES } from '@hillo/domain/stage';
import type { Browser as Chromium, Page } from '@playwright/test';
import type { GrantFixture } from '../support/fixtures.js';
import { expect, expectAccessible, test } from '../support/e2e.js';
import { shellIsKept, StagedEvening } from '../support/staged-evening.js';

test.use({ serviceWorkers: 'allow' });

type Hillo = Parameters<Parameters<typeof test>[2]>[0]['hillo'];

interface Device {
  readonly grant: GrantFixture;
  readonly width: number;
  readonly height: number;
}

async function deviceOf(browser: Chromium, hillo: Hillo, { grant, width, height }: Device): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    baseURL: hillo.url,
    serviceWorkers: 'allow',
  });
  await hillo.signIn(context, grant);
  return context.newPage();
}

/** What stands outside the picture, what is cut off inside it, and the smallest text in pixels. */
function measured(page: Page) {
  return page.evaluate(() => {
    const { innerWidth: width, innerHeight: height } = window;
    const faults: string[] = [];
    let smallest = Infinity;
    const main = document.querySelector('main');
    const frame = main?.getBoundingClientRect();
    for (const element of document.querySelectorAll<HTMLElement>('main *, header *')) {
      const words = [...element.childNodes].filter(
        ({ nodeType, textContent }) => nodeType === 3 && textContent?.trim(),
      );
      const box = element.getBoundingClientRect();
      if (words.length === 0 || box.width <= 1) continue;
      smallest = Math.min(smallest, Number.parseFloat(getComputedStyle(element).fontSize));
      const isIn = box.left >= 0 && box.right <= width + 1 && box.top >= 0 && box.bottom <= height + 1;
      const isInMain = !main?.contains(element) || !frame || box.bottom <= frame.bottom + 1;
      const isCut =
        element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflow === 'hidden';
      if (!isIn || !isInMain || isCut) faults.push(element.textContent?.slice(0, 60) ?? '');
    }
    const { scrollHeight, scrollWidth } = document.documentElement;
    if (scrollHeight > height + 1 || scrollWidth > width + 1) faults.push('the page scrolls');
    return { faults, smallest };
  });
}

test('a host drives the big screen from a phone; it follows, and keeps its picture without network', async ({
  browser,
  hillo,
}) => {
  const staged = await StagedEvening.open(hillo);
  const { id } = staged.evening;
  const grant = await staged.evening.device('host');
  const [aino] = staged.guests;
  if (!aino) throw new Error('nobody came');
  const screen = await deviceOf(browser, hillo, { grant, width: 1280, height: 720 });
  await screen.goto(`/stage/${id}`);
  await expect(screen.getByText('Tule mukaan puhelimellasi')).toBeVisible();
  const phone = await deviceOf(browser, hillo, { grant: aino.grant, width: 390, height: 844 });
  await phone.goto(`/me/${aino.id}`);
  const remote = await deviceOf(browser, hillo, { grant, width: 390, height: 844 });
  await remote.goto(`/host/${id}/stage`);

  // The next scene is the main button; screen and phone follow.
  await remote.getByRole('button', { name: /^Seuraavaksi/ }).click();
  await expect(screen.getByRole('heading', { name: 'Illan ohjelma' })).toBeVisible();
  await expect(screen.getByRole('listitem').filter({ hasText: 'Nyt' })).toContainText(
    'Tori: kuka tekee mitä?',
  );
  const now = phone.getByRole('region', { name: 'Nyt illassa' });
  await expect(now).toContainText('Kierrä pisteillä ja tutustu.');
  const seating = remote.getByRole('button', { name: /^2\. pöytäkierros/ });
  await seating.click();
  await expect(screen.getByRole('heading', { name: '2. kierros: etsi pöytäsi' })).toBeVisible();
  await expect(now).toContainText('Sinun pöytäsi: 6');
  await phone.context().setOffline(true);
  const last = phone.getByRole('region', { name: 'Viimeisin tieto ennen verkkokatkosta' });
  await expect(last).toContainText('Sinun pöytäsi: 6');
  await phone.context().setOffline(false);
  await expect(now).toContainText('Sinun pöytäsi: 6');
  await remote.getByRole('button', { name: /^Palauta edellinen/ }).click();
  await expect(screen.getByRole('heading', { name: 'Illan ohjelma' })).toBeVisible();

  // A clicker at the computer itself does the same, and the remote sees it.
  await screen.keyboard.press('PageDown');
  await expect(screen.getByRole('heading', { name: /Yhteinen kesä/ })).toBeVisible();
  await expect(remote.getByRole('region', { name: 'Nyt näytöllä' })).toContainText('Yhteinen kesä');
  await screen.keyboard.press('b');
  await expect(screen.getByRole('button', { name: 'Näytä kuva taas' })).toBeVisible();
  await screen.keyboard.press('PageDown');
  await expect(screen.getByRole('button', { name: 'Näytä kuva taas' })).toHaveCount(0);
  await expect(screen.getByRole('heading', { name: /Yhteinen kesä/ })).toBeVisible();
  await screen.keyboard.press('h');
  await expect(screen.getByRole('dialog')).toContainText('Page Down');
  await screen.keyboard.press('Escape');

  // Once the page is kept, a reload without network shows the same, and says of when it is.
  await shellIsKept(screen);
  await screen.context().setOffline(true);
  const away = screen.getByText(/^Ei verkkoyhteyttä\. Tilanne klo \d\d\.\d\d\.$/);
  await expect(away).toBeVisible();
  await screen.reload();
  await expect(screen.getByRole('heading', { name: /Yhteinen kesä/ })).toBeVisible();
  await expect(away).toBeVisible();
  await remote.getByRole('button', { name: /^Yhteistyöbingo/ }).click();
  await expect(remote.getByRole('region', { name: 'Nyt näytöllä' })).toContainText('Yhteistyöbingo');
  await screen.context().setOffline(false);
  await expect(away).toHaveCount(0);
  await expect(screen.getByRole('heading', { name: /Yhteinen kesä/ })).toHaveCount(0);
});

test('every scene is read from the back row: nothing cut off, no text under 32 px of 1080', async ({
  browser,
  hillo,
}) => {
  const staged = await StagedEvening.open(hillo);
  await staged.ask(true);
  const grant = await staged.evening.device('host');
  const screen = await deviceOf(browser, hillo, { grant, width: 1280, height: 720 });
  await screen.goto(`/stage/${staged.evening.id}`);
  for (const kind of SCENES) {
    await staged.show(kind);
    await expect(screen.locator(`[data-scene="${kind}"] > div`)).toBeVisible();
    if (kind !== 'programme') await screen.locator('main svg').first().waitFor();
    for (const [width, height] of [
      [1280, 720],
      [1920, 1080],
      [3840, 2160],
    ] as const) {
      await screen.setViewportSize({ width, height });
      const { faults, smallest } = await measured(screen);
      expect(faults, `${kind} at ${width}`).toEqual([]);
      expect(smallest, `${kind} at ${width}`).toBeGreaterThanOrEqual((32 * height) / 1080);
    }
    await screen.setViewportSize({ width: 1280, height: 720 });
    await expectAccessible(screen);
    // A key turns the language: each has room, and the last brings the first again.
    for (const tag of ['sv', 'en', 'fi-simple', 'fi']) {
      await screen.keyboard.press('l');
      await expect(screen.locator('html')).toHaveAttribute('lang', tag);
      expect((await measured(screen)).faults, `${kind} in ${tag}`).toEqual([]);
    }
  }
});
