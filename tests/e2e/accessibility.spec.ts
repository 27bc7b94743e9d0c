import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { languageTag, type Locale, LOCALES } from '@hillo/domain/shared';
import { sidewaysScroll, violationsOf } from '../support/accessibility.js';
import { expect, test } from '../support/e2e.js';
import { type Audience, everyPage, type KnownPage } from '../support/every-page.js';
import { LiveEvening } from '../support/live-evening.js';

/**
 * In full all rules for every language × theme × width. Else the widths in Finnish and one more language, which changes
 * from page to page, and in that one all rules.
 */
const full = process.env['HILLO_TEST_FULL'] === '1';
const PHONE = { width: 320, height: 800 }; // a laptop's 1280 px at 400 %
const LAPTOP = { width: 1280, height: 800 };
const AUDIENCES = [
  'anybody',
  'an attendee',
  'an attendee of an evening to come, and of a draw',
  'door and association',
  'the host',
  'an organiser signing in and planning',
  'an organiser with people and the evening',
] as const;

test.describe.configure({ mode: 'parallel', timeout: full ? 900_000 : 180_000 });

let audiences: readonly Audience[];
test.beforeAll(async ({ hillo }) => {
  audiences = await everyPage(hillo);
  expect(audiences.map(({ name }) => name)).toEqual([...AUDIENCES]);
});

test('no page of an evening is left out', async () => {
  const file = join(import.meta.dirname, '../../client/src/app/routes/organiser-evening-pages.ts');
  const made = [...(await readFile(file, 'utf8')).matchAll(/\bpath: '([^']*)'/g)].map(
    ([, path]) => path ?? '',
  );
  const seen = audiences.flatMap(({ pages }) =>
    pages.flatMap(({ path }) => /^\/organiser\/evenings\/[^/]+\/?(.*)$/.exec(path)?.[1] ?? []),
  );
  expect(made.length).toBeGreaterThan(10);
  expect(made.filter((path) => !seen.includes(path))).toEqual([]);
});

/** Waits until what is being fetched is there. */
async function settle(page: Page): Promise<void> {
  // Behind a dialog the button that opened it waits for its answer.
  const spinner = 'output[class*="spinner"]';
  const waiting = [
    `body:not(:has(dialog[open])) main ${spinner}`,
    `dialog[open] ${spinner}`,
    '#root > .boot',
  ];
  await expect(page.locator(waiting.join(', '))).toHaveCount(0);
  await expect(page.locator('main[aria-busy]')).toHaveCount(0);
}

async function open(page: Page, { path, shows, act }: KnownPage): Promise<void> {
  await page.goto(`${path}?lang=fi`);
  await expect(page.getByText(shows).first()).toBeVisible();
  await settle(page);
  await act?.(page);
  await settle(page);
}

async function choose(page: Page, locale: Locale): Promise<void> {
  // An open dialog holds the header still; the choice is the page's all the same.
  await page.locator('header select').first().selectOption(locale, { force: true });
  await expect(page.locator('html')).toHaveAttribute('lang', languageTag(locale));
  await settle(page);
}

/** Colours of the theme are there at once, not on their way. */
async function show(page: Page, colorScheme: 'light' | 'dark', viewport: typeof PHONE): Promise<void> {
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.evaluate(() => {
    for (const animation of document.getAnimations())
      if (animation instanceof CSSTransition) animation.finish();
  });
}

async function findings(page: Page, rules?: readonly string[]): Promise<string[]> {
  const violations = await violationsOf(page, rules);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  );
}

/** Whether words fit, at every width; with `rules` also all rules of axe, and the contrast of the other theme. */
async function look(page: Page, name: string, locale: Locale, rules: boolean): Promise<void> {
  for (const colorScheme of rules ? (['light', 'dark'] as const) : (['light'] as const))
    for (const viewport of full || colorScheme === 'light' ? [PHONE, LAPTOP] : [PHONE]) {
      const where = `${name}, ${locale}, ${colorScheme}, ${viewport.width} px`;
      await show(page, colorScheme, viewport);
      await expect
        .configure({ soft: true })
        .poll(() => sidewaysScroll(page), { message: where, timeout: 2_000 })
        .toBeLessThanOrEqual(0);
      if (full || (rules && colorScheme === 'light' && viewport === PHONE))
        expect.soft(await findings(page), where).toEqual([]);
      else if (colorScheme === 'dark')
        expect.soft(await findings(page, ['color-contrast']), where).toEqual([]);
    }
  await show(page, 'light', PHONE);
}

/** The reader's own sheet of WCAG 2.2, 1.4.12; as a sheet made by script, which the page's policy allows. */
async function spaceOut(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
       p { margin-bottom: 2em !important }`,
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
}

/** Words that are cut off by the box they stand in. */
function cutWords(page: Page): Promise<(string | null)[]> {
  return page
    .locator('main *')
    .evaluateAll((elements) =>
      elements
        .filter(
          (element) =>
            element.children.length === 0 &&
            (element.textContent ?? '').trim() !== '' &&
            !['visible', 'auto', 'scroll'].includes(getComputedStyle(element).overflow) &&
            element.clientHeight > 1 &&
            (element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight + 1),
        )
        .map(({ textContent }) => textContent),
    );
}

/** With the reader's own spacing nothing is cut off and the page does not scroll sideways (T56). */
async function lookSpacedOut(page: Page, name: string): Promise<void> {
  await show(page, 'light', PHONE);
  await spaceOut(page);
  expect.soft(await sidewaysScroll(page), `${name}, spaced out`).toBeLessThanOrEqual(0);
  expect.soft(await cutWords(page), `${name}, spaced out`).toEqual([]);
}

async function lookAtAll(context: BrowserContext, audience: Audience): Promise<void> {
  const page = await context.newPage();
  const locales = LOCALES.filter((locale) => audience.easyFinnish || locale !== 'fi-selko');
  for (const [index, known] of audience.pages.entries()) {
    const name = known.path.replace(/[0-9a-f-]{36}|[A-Z2-7]{26}/g, '…');
    await page.setViewportSize(PHONE);
    await open(page, known);
    const thorough = locales[index % locales.length];
    for (const locale of locales.filter((each) => full || each === LOCALES[0] || each === thorough)) {
      if (locale !== LOCALES[0]) await choose(page, locale);
      await look(page, name, locale, full || locale === thorough);
    }
    await lookSpacedOut(page, name);
  }
}

for (const name of AUDIENCES)
  test(`pages of ${name} are for everybody`, async ({ context, hillo }) => {
    const audience = audiences.find((each) => each.name === name);
    if (!audience) throw new Error(`no pages of ${name}`);
    if (audience.grants.length > 0) await hillo.signIn(context, ...audience.grants);
    await lookAtAll(context, audience);
  });

test('the two pages without the frame are for everybody', async ({ page }) => {
  for (const path of ['/dev/ui', '/verify']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await look(page, path, LOCALES[0], true);
  }
});

test('the door’s targets are at least 44 px', async ({ context, hillo }) => {
  const evening = await LiveEvening.open(hillo);
  await evening.registered('Helmi');
  await hillo.signIn(context, await evening.device('door'));
  const page = await context.newPage();
  for (const path of ['', '/walk-in', '/people']) {
    await page.goto(`/door/${evening.id}${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await settle(page);
    const small = await page
      .locator('main')
      .locator(
        'button, a[href]:not(p a), select, summary, input:not([type=radio], [type=checkbox]), label:has(input)',
      )
      .evaluateAll((targets) =>
        targets
          .map((target) => ({ name: target.textContent, height: target.getBoundingClientRect().height }))
          .filter(({ height }) => height > 0 && height < 44),
      );
    expect(small, path).toEqual([]);
  }
});

test('no word stands outside its bingo square when spacing grows', async ({ context, hillo }) => {
  const evening = await LiveEvening.open(hillo);
  const maija = await evening.guest('Maija');
  await hillo.signIn(context, maija.grant);
  const page = await context.newPage();
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`/me/${maija.id}`);
    await expect(page.getByRole('heading', { name: 'Bingolappusi' })).toBeVisible();
    await settle(page);
    await spaceOut(page);
    const outside = await page.locator('main ol li button').evaluateAll((squares) =>
      squares.flatMap((square) => {
        const box = square.getBoundingClientRect();
        const range = document.createRange();
        range.selectNodeContents(square);
        const words = range.getBoundingClientRect();
        return words.left < box.left - 1 || words.right > box.right + 1 || words.bottom > box.bottom + 1
          ? [square.textContent]
          : [];
      }),
    );
    expect(outside).toEqual([]);
  }
});
