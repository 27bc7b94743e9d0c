import published from '../../packages/draw/vectors/draw-1.json' with { type: 'json' };
import { expect, expectAccessible, expectNoSidewaysScroll, type Page, test } from '../support/e2e.js';
import { Keyboard } from '../support/keyboard.js';

const GOOD = JSON.stringify(published);
const verdictOf = (page: Page) => page.getByRole('status');

let asked: string[];

test.beforeEach(async ({ page }) => {
  asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/verify');
});

// The page is whole in itself: it asks nobody for anything, whatever is pasted.
test.afterEach(() => expect(asked).toEqual(['/verify']));

async function check(page: Page, text: string): Promise<void> {
  await page.getByLabel('Liitä tähän arvonnan tiedot').fill(text);
  await page.getByRole('button', { name: 'Tarkista' }).click();
}

test('without a mouse: the good proof is pasted, holds, and shows who won what', async ({ page }) => {
  const keys = new Keyboard(page);
  await keys.press(page.getByRole('button', { name: 'Svenska' }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kontrollera en lottning');
  await keys.press(page.getByRole('button', { name: 'Suomi' }));
  await keys.reach(page.getByLabel('Liitä tähän arvonnan tiedot'));
  await page.keyboard.insertText(GOOD);
  await keys.press(page.getByRole('button', { name: 'Tarkista' }));

  await expect(verdictOf(page)).toHaveText(/^✓ Arvonta on oikein/);
  const findings = page.getByRole('region', { name: 'Näin arvottiin' });
  await expect(findings.getByRole('listitem')).toHaveText(['K7QF-2M9D', 'B3XA-88PW']);
  await expect(findings).toContainText('4711 · 0832 · 9050');
  await keys.press(findings.locator('summary'));
  await expect(findings.getByRole('list').last().getByRole('listitem')).toHaveText(published.order);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    await expectNoSidewaysScroll(page);
  }
  // What is typed after the verdict is not what was checked.
  await keys.reach(page.getByLabel('Liitä tähän arvonnan tiedot'));
  await page.keyboard.type(' ');
  await expect(verdictOf(page)).toHaveText('');
  await expect(findings).toBeHidden();
});

test('a broken proof is named by the step that fails, and shows no winner', async ({ page }) => {
  const zeros = '0'.repeat(64);
  const broken: readonly (readonly [string, object])[] = [
    ['muoto', { winners: published.order }],
    ['arvat', { tickets: published.tickets.toReversed() }],
    ['salin luvut', { publicNumber: 'stage:4711,0832;drand:-' }],
    ['sitoumus', { secret: zeros }],
    ['lista', { list: zeros }],
    ['siemenluku', { prizes: 3 }],
    ['järjestys', { order: published.order.toReversed() }],
  ];
  for (const [step, change] of broken) {
    await check(page, JSON.stringify({ ...published, ...change }));
    await expect(verdictOf(page)).toHaveText(new RegExp(`^✗ Ei täsmää, vaihe: ${step}\\.`));
    await expect(page.getByText('Näin arvottiin')).toBeHidden();
    await expect(page.getByText('K7QF-2M9D')).toHaveCount(0);
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  await expectNoSidewaysScroll(page);
});

test('nonsense is told from a proof that is cut short, and is never run', async ({ page }) => {
  const said: readonly (readonly [string, RegExp])[] = [
    ['   ', /^Liitä ensin arvonnan tiedot/],
    ['hei, kuka voitti?', /^✗ Teksti ei ole kokonainen/],
    [GOOD.slice(0, -1), /^✗ Teksti ei ole kokonainen/],
    ['[]', /vaihe: muoto\./],
    ['{"drawId":"<img src=x onerror=alert(1)>"}', /vaihe: muoto\./],
    [`\uFEFF  ${JSON.stringify(published, null, 2)}\n`, /^✓ Arvonta on oikein/],
  ];
  for (const [text, verdict] of said) {
    await check(page, text);
    await expect(verdictOf(page)).toHaveText(verdict);
  }
  await expectNoSidewaysScroll(page);
});

test('an endless text or a film is refused at once, and the next proof is checked as ever', async ({
  page,
}) => {
  // Pasted as a whole: a million key strokes would test the test.
  await page.getByLabel('Liitä tähän arvonnan tiedot').evaluate((field: HTMLTextAreaElement) => {
    field.value = '9'.repeat(1_000_001);
  });
  await page.getByRole('button', { name: 'Tarkista' }).click();
  await expect(verdictOf(page)).toHaveText(/^✗ Teksti on liian pitkä/);
  await expectNoSidewaysScroll(page);

  const file = page.getByLabel('tai avaa ne tiedostosta');
  await check(page, '');
  await file.setInputFiles({ name: 'film.json', mimeType: 'video/mp4', buffer: Buffer.alloc(3_000_000, 1) });
  await expect(verdictOf(page)).toHaveText(/^✗ Teksti on liian pitkä/);
  await expect(page.getByLabel('Liitä tähän arvonnan tiedot')).toHaveValue('');
  await file.setInputFiles({
    name: 'proof.json',
    mimeType: 'application/json',
    buffer: Buffer.from(GOOD),
  });
  await expect(verdictOf(page)).toHaveText(/^✓ Arvonta on oikein/);
});
