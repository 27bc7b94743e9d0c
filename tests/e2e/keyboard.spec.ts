import { expect, test } from '../support/e2e.js';
import { Keyboard } from '../support/keyboard.js';
import { LiveEvening } from '../support/live-evening.js';

const DAY = 24 * 3_600_000;

test('somebody without a mouse registers: errors first, words kept, then the own page', async ({
  hillo,
  page,
}) => {
  const slug = `nappaimilla-${Date.now()}`;
  const starts_at = new Date(Date.now() + 3 * DAY);
  await LiveEvening.open(hillo, { slug, starts_at, ends_at: new Date(starts_at.getTime() + DAY / 8) });
  await page.goto(`/e/${slug}`);
  const keys = new Keyboard(page);
  const send = page.getByRole('button', { name: 'Ilmoittaudu', exact: true });
  const firstName = page.getByLabel('Etunimi').first();
  const email = page.getByRole('textbox', { name: /^Sähköposti/ }).first();

  await keys.write(firstName, 'Maija');
  await keys.press(page.getByRole('checkbox', { name: /Olen lukenut/ }), 'Space');
  await keys.press(send);
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(firstName).toHaveValue('Maija');

  // The summary's first link leads to the field.
  await keys.press(summary.getByRole('link').first());
  await expect(email).toBeFocused();
  await expect(email).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.type('maija@example.org');
  await keys.choose(
    page.getByRole('group', { name: /Mistä tulet/ }),
    page.getByRole('radio', { name: /Järjestö/ }),
  );
  await keys.press(send);
  await expect(page.getByRole('heading', { name: 'Tervetuloa, Maija!' })).toBeFocused();
  await keys.press(page.getByRole('link', { name: 'Avaa oma sivu' }));
  await keys.press(page.getByRole('button', { name: 'Jatka: olen Maija' }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hei Maija');
});

test('somebody without a mouse types a code, marks a square, and has joy that lies still', async ({
  hillo,
  page,
  context,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const evening = await LiveEvening.open(hillo);
  const maija = await evening.guest('Maija');
  const others = [await evening.guest('Ville'), await evening.guest('Aino')];
  const eero = await evening.guest('Eero', { sector: 'company', affiliation: 'Leipomo Esimerkki Oy' });
  for (const [index, { code }] of others.entries()) {
    const body = { who: { by: 'code', code }, square: 3 + index };
    expect((await maija.phone.post(`/api/me/${maija.id}/encounters`, body)).status).toBe(200);
  }
  await evening.signIn(context, maija.grant);
  await page.goto(`/me/${maija.id}`);
  const keys = new Keyboard(page);
  const fifth = await page.locator('main ol li button').nth(5).innerText();
  await keys.press(page.getByRole('link', { name: 'Lue nimilappu' }));
  // The page takes the focus when it is there; whoever is faster is taken along.
  await expect(page.getByRole('heading', { name: 'Lue nimilappu' })).toBeFocused();
  await keys.write(page.getByLabel('Toisen koodi'), eero.code);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Eero');
  await keys.press(page.locator('main li button').filter({ hasText: fifth }));

  const joy = page.getByRole('dialog');
  await expect(joy.getByRole('heading', { name: 'Rivi täynnä!' })).toBeVisible();
  // Reduced motion: nothing moves, and what would have flown is there to see.
  const moving = await page.evaluate(
    () => document.getAnimations().filter((each) => each.playState === 'running').length,
  );
  expect(moving).toBe(0);
  await keys.press(joy.getByRole('button', { name: 'Jatka' }));
  await expect(page.getByText('Sinulla on arpa')).toBeVisible();

  // A square opens and closes by keys, and the focus comes back to it.
  const filled = page.getByRole('button', { name: /: Eero/ });
  await keys.press(filled);
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(filled).toBeFocused();
});

test('without reduced motion the joy ends by itself and flashes no more than three times a second', async ({
  hillo,
  page,
  context,
}) => {
  const evening = await LiveEvening.open(hillo);
  const maija = await evening.guest('Maija');
  const others = [await evening.guest('Ville'), await evening.guest('Aino'), await evening.guest('Eero')];
  const met: string[] = [];
  for (const [index, { code }] of others.entries()) {
    const body = { who: { by: 'code', code }, ...(index < 2 ? { square: 3 + index } : {}) };
    met.push((await maija.phone.post(`/api/me/${maija.id}/encounters`, body)).body.encounter.id);
  }
  await evening.signIn(context, maija.grant);
  await page.goto(`/me/${maija.id}`);
  const fifth = await page.locator('main ol li button').nth(5).innerText();
  await page.goto(`/me/${maija.id}/met/${met[2]}`);
  await page.locator('main li button').filter({ hasText: fifth }).click();
  await expect(page.getByRole('heading', { name: 'Rivi täynnä!' })).toBeVisible();
  const timings = await page.evaluate(() =>
    document.getAnimations().flatMap(({ effect }) => {
      const timing = effect?.getComputedTiming();
      return timing && effect instanceof KeyframeEffect
        ? [{ period: Number(timing.duration), end: Number(timing.endTime) }]
        : [];
    }),
  );
  expect(timings.length).toBeGreaterThan(0);
  for (const { period, end } of timings) {
    expect(end).toBeLessThanOrEqual(5_000); // WCAG 2.2.2
    if (period < end) expect(period).toBeGreaterThan(333);
  }
});

test('a volunteer without a mouse checks somebody in by name', async ({ hillo, page, context }) => {
  const evening = await LiveEvening.open(hillo);
  await evening.registered('Helmi', { last_name: 'Laine' });
  await evening.signIn(context, await evening.device('door'));
  await page.goto(`/door/${evening.id}`);
  const keys = new Keyboard(page);
  await keys.choose(
    page.getByRole('group', { name: 'Miten kirjaat tulijan?' }),
    page.getByRole('radio', { name: 'Nimi' }),
  );
  await keys.write(page.getByLabel('Osa nimestä'), 'helmi');
  await keys.press(page.getByRole('button', { name: /Helmi/ }));
  const card = page.locator('[data-look]');
  await expect(card).toHaveAttribute('data-look', 'in');
  await expect(card.getByRole('heading', { name: 'Helmi Laine' })).toBeVisible();
  await keys.press(page.getByRole('button', { name: 'Peru sisäänkirjaus' }));
  await expect(card).toHaveAttribute('data-look', 'undone');
});

test('an organiser without a mouse publishes an evening with theme, time and place in few steps', async ({
  hillo,
  page,
  context,
}) => {
  const organisation = await hillo.fixtures.organisation();
  const { accountId } = await hillo.fixtures.member(organisation, ['organiser']);
  await hillo.signIn(context, { kind: 'account', subjectId: accountId, eveningId: null, role: null });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`/organiser/${organisation}`);
  const keys = new Keyboard(page);
  await keys.press(page.getByRole('link', { name: 'Uusi ilta' }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Uusi ilta');
  keys.stops = 0;
  await keys.reach(page.getByLabel('Teema'));
  await page.keyboard.type('Lapset');
  await keys.reach(page.getByLabel('Päivä'));
  // The parts stand in the order of the browser's own language, English here: month, day, year.
  await page.keyboard.type('02042027');
  await expect(page.getByLabel('Päivä')).toHaveValue('2027-02-04');
  await expect(page.getByLabel('Alkaa')).toHaveValue(/^1[678]:/);
  await keys.write(page.getByLabel('Paikka'), 'Kylätalo');
  // Enter in the last field sends the form.
  await page.keyboard.press('Enter');
  const publish = page.getByRole('button', { name: 'Julkaise ilta' });
  await expect(publish).toBeVisible();
  const written = keys.stops;
  await keys.press(publish);
  await expect(page.getByText('Ilta on julkaistu')).toBeVisible();
  expect(written).toBeLessThanOrEqual(14);
});
