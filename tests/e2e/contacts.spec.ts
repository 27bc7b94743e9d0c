import { expect, expectAccessible, expectNoSidewaysScroll, test } from '../support/e2e.js';
import { mailedCode } from '../support/mailed-code.js';
import { MeetingsGround } from '../support/meetings-ground.js';

test('the contact sheet the morning after: read, take along, take back', async ({ page, context, hillo }) => {
  const { fixtures } = hillo;
  const organisation = await fixtures.organisation();
  const evening = await fixtures.evening(organisation, { state: 'closed', closed_at: new Date() });
  const ground = new MeetingsGround(fixtures, evening);
  const aino = await fixtures.registration(evening, { first_name: 'Aino' });
  const veikko = await fixtures.registration(evening, {
    first_name: 'Veikko',
    affiliation: 'Esimerkkilän kaupunki',
    email: 'veikko@example.org',
    phone: '040 123 4567',
  });
  const helmi = await fixtures.registration(evening, { first_name: 'Helmi', affiliation: 'Toivon Talo ry' });
  await ground.met(aino, veikko, {
    a: {
      agreed: 'Perhekerho saa tilan torstaisin.',
      next_step: 'Avaimen luovutus',
      next_date: '2026-12-03',
      owner: 'other',
    },
    b: { agreed: 'Annan tilan käyttöön kevään ajaksi.' },
  });
  await ground.met(aino, helmi, { b: { shared_fields: null } });
  await hillo.signIn(context, { kind: 'attendee', subjectId: aino, eveningId: evening, role: null });

  await page.goto(`/me/${aino}/contacts`);
  await expect(page.getByRole('heading', { name: 'Veikko', level: 2 })).toBeVisible();
  await expect(page.getByRole('link', { name: 'veikko@example.org' })).toBeVisible();
  await expect(page.getByText('Annan tilan käyttöön kevään ajaksi.')).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await page.getByRole('button', { name: 'Excel' }).click();
  const code = page.getByLabel('Koodi sähköpostista');
  await expect(code).toBeVisible();
  await expect(page.getByText(/^Lähetimme kuusi numeroa/)).toBeVisible();
  await code.fill(await mailedCode(hillo, aino));
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Vahvista' }).click();
  expect((await download).suggestedFilename()).toMatch(/^kumppanuusilta-yhteystiedot-.*\.xlsx$/);
  await page.getByRole('button', { name: 'Lähetä omaan sähköpostiini' }).click();
  await expect(page.getByText('Viesti on matkalla sähköpostiisi.')).toBeVisible();

  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, ['color-contrast']);
  await page.emulateMedia({ colorScheme: 'light', media: 'print' });
  await expect(page.getByRole('button', { name: 'Tulosta' })).toBeHidden();
  await page.emulateMedia({ media: 'screen' });

  await page.getByRole('button', { name: 'Peru lupa: Veikko' }).click();
  await expect(page.getByText('Kukaan ei näe yhteystietojasi.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'veikko@example.org' })).toBeHidden();
});

test('an association’s view: opened by the organiser, entered by a click, closed again', async ({
  browser,
  hillo,
}) => {
  const { fixtures } = hillo;
  const organisation = await fixtures.organisation();
  const evening = await fixtures.evening(organisation, { state: 'closed', closed_at: new Date() });
  const ground = new MeetingsGround(fixtures, evening);
  const aino = await fixtures.registration(evening, { first_name: 'Aino', association_may_see: true });
  const veikko = await fixtures.registration(evening, { first_name: 'Veikko', email: 'veikko@example.org' });
  await ground.met(aino, veikko, {
    b: { sharing_audience: 'person-and-association', agreed: 'Yhteinen ilta' },
  });
  const { accountId } = await fixtures.member(organisation, ['organiser']);

  const laptop = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await hillo.signIn(laptop, { kind: 'account', subjectId: accountId, eveningId: null, role: null });
  const desk = await laptop.newPage();
  await desk.goto(`/organiser/evenings/${evening}/associations`);
  await desk.getByLabel('Yhdistys', { exact: true }).selectOption('Esimerkkiyhdistys ry');
  await desk.getByLabel('Yhdistyksen sähköpostiosoite').fill('hallitus@example.org');
  await desk.getByRole('button', { name: 'Avaa ja lähetä linkki' }).click();
  await expect(desk.getByText('Linkki on lähetetty.')).toBeVisible();
  await expectAccessible(desk);

  const { rows } = await hillo.pool.query('SELECT id FROM association_views WHERE evening_id = $1', [
    evening,
  ]);
  const reader = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await reader.newPage();
  await page.goto(`/v/${hillo.tokens.derive('association', rows[0].id, 1)}`);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Avaa näkymä' }).click();
  await expect(page.getByText('Aino tapasi')).toBeVisible();
  await expect(page.getByRole('link', { name: 'veikko@example.org' })).toBeVisible();
  expect(page.url()).not.toContain('/v/');
  await expectAccessible(page);

  await desk.getByRole('button', { name: 'Sulje näkymä: Esimerkkiyhdistys ry' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Sulje näkymä' }).click();
  await expect(desk.getByText(/^Suljettu/)).toBeVisible();
  await page.reload();
  await expect(page.getByText('Yhteinen ilta')).toBeHidden();
  await laptop.close();
  await reader.close();
});
