import { spokenCodeOf } from '@hillo/domain/door';
import type { GrantFixture } from '../support/fixtures.js';
import { expect, expectAccessible, expectNoSidewaysScroll, type Page, test } from '../support/e2e.js';

type Hillo = Parameters<Parameters<typeof test>[2]>[0]['hillo'];

const SHOTS = process.env['SHELL_SHOTS'];
/** Pictures to look at, in both themes and at both widths, when asked for. */
async function shots(page: Page, name: string): Promise<void> {
  if (!SHOTS) return;
  const before = page.viewportSize() ?? { width: 390, height: 844 };
  for (const width of [390, 1280])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${SHOTS}/${name}-${width}-${colorScheme}.png`, fullPage: true });
    }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(before);
}

async function anEvening({ fixtures }: Hillo) {
  const hour = 3_600_000;
  const organisation = await fixtures.organisation();
  const evening = await fixtures.evening(organisation, {
    state: 'running',
    starts_at: new Date(Date.now() - hour),
    ends_at: new Date(Date.now() + 2 * hour),
  });
  const organiser = await fixtures.member(organisation, ['organiser']);
  const attendee = (subjectId: string): GrantFixture => ({
    kind: 'attendee',
    subjectId,
    eveningId: evening,
    role: null,
  });
  const account: GrantFixture = {
    kind: 'account',
    subjectId: organiser.accountId,
    eveningId: null,
    role: null,
  };
  return { evening, organiser: organiser.browser, attendee, account };
}

const switcher = (page: Page) => page.locator('header summary');

test('a tablet becomes the host’s: the pulse, a mark for others, the draw; then it is ended', async ({
  page,
  hillo,
}) => {
  const { evening, organiser } = await anEvening(hillo);
  const codes = [spokenCodeOf(20_001), spokenCodeOf(20_002)];
  const people = [
    { first_name: 'Maija', sector: 'association', spoken_code: codes[0] },
    { first_name: 'Ville', sector: 'municipality', spoken_code: codes[1] },
  ];
  for (const person of people) {
    const id = await hillo.fixtures.registration(evening, person);
    const who = { by: 'registration', id };
    await organiser.post(`/api/evenings/${evening}/door/check-ins`, { who, admit: null });
  }
  await organiser.put(`/api/evenings/${evening}/prizes`, { prizes: [{ kind: 'visit' }] });

  const link = await organiser.post(`/api/evenings/${evening}/crew-links`, { role: 'host' });
  await page.goto(link.body.url);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tästä laitteesta tulee juontajan laite');
  await page.getByLabel('Nimesi tai laitteen nimi').fill('Aino');
  await page.getByRole('button', { name: 'Aloita' }).click();

  await expect(page).toHaveURL(`/host/${evening}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bingon syke');
  await expect(page.getByText('Lapset ja perheet')).toBeVisible();
  await expect(page.getByText('Juontajan laitetta pitää Aino')).toBeVisible();
  await expect(switcher(page)).toHaveCount(0);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await shots(page, 'host-pulse');

  const tabs = page.getByRole('navigation', { name: 'Juontajan sivut' });
  await tabs.getByRole('link', { name: 'Merkitse puolesta' }).click();
  await page.getByLabel('Lapun omistajan koodi').fill(String(codes[0]));
  await page.getByLabel('Tavatun koodi').fill(String(codes[1]));
  await page.getByRole('button', { name: 'Näytä ruudut' }).click();
  await shots(page, 'host-mark');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  const squares = page.locator('section', { has: page.getByRole('heading', { level: 2 }) });
  await squares.getByRole('button').first().click();
  await expect(page.getByText('Ville on nyt lapulla: Maija.')).toBeVisible();

  await tabs.getByRole('link', { name: 'Arvonta' }).click();
  await expect(page).toHaveURL(`/host/${evening}/draw`);
  await page.getByRole('button', { name: 'Aloita arvonta' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Aloita arvonta' }).click();
  await expect(page.getByRole('heading', { name: 'Lukitse arpojen lista' })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await shots(page, 'host-draw');

  const { devices } = (await organiser.get(`/api/evenings/${evening}/crew-devices`)).body;
  await organiser.delete(`/api/evenings/${evening}/crew-devices/${devices[0].id}`);
  await expect(page.getByText('Tämä laite ei ole juontajan')).toBeVisible();
  await expectAccessible(page);
  await shots(page, 'host-ended');
});

test('an organiser looks at the host’s page without a device; a stranger is told how to get there', async ({
  page,
  context,
  hillo,
}) => {
  const { evening, account } = await anEvening(hillo);
  await page.goto(`/host/${evening}`);
  await expect(page.getByRole('link', { name: 'Kirjaudu järjestäjänä' })).toHaveAttribute('href', '/sign-in');
  await hillo.signIn(context, account);
  await page.goto(`/host/${evening}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bingon syke');
  const tabs = page.getByRole('navigation', { name: 'Juontajan sivut' });
  // Whom somebody met is not for organisers (product rule 15).
  await expect(tabs.getByRole('link')).toHaveText(['Bingon syke', 'Näyttö', 'Kysymykset', 'Arvonta']);
});

test('two attendees on one phone change places by keyboard, and each is told who it is now', async ({
  page,
  context,
  hillo,
}) => {
  const { evening, attendee } = await anEvening(hillo);
  const maija = await hillo.fixtures.registration(evening, { first_name: 'Maija' });
  const ville = await hillo.fixtures.registration(evening, { first_name: 'Ville' });

  await hillo.signIn(context, attendee(maija));
  await page.goto(`/me/${maija}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Maija');
  await expect(switcher(page)).toHaveCount(0);

  await hillo.signIn(context, attendee(maija), attendee(ville));
  await page.goto(`/me/${maija}`);
  await expect(switcher(page)).toHaveText('Olet nyt: Maija · vaihda');
  await switcher(page).focus();
  await page.keyboard.press('Enter');
  const list = page.getByRole('navigation', { name: 'Kuka olet?' });
  await expect(list.getByRole('link')).toHaveCount(2);
  await expect(list.locator('[aria-current="true"]')).toContainText('Maija');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await shots(page, 'switcher-open');
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(switcher(page)).toBeFocused();

  await page.keyboard.press('Enter');
  await list.getByRole('link', { name: 'Ville' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/me/${ville}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ville');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(switcher(page)).toHaveText('Olet nyt: Ville · vaihda');
  await expect(list).toBeHidden();
  await expect(page.locator('output').filter({ hasText: 'Olet nyt: Ville.' })).toHaveCount(1);
});

test('the front page leads on who has been here, and tells others where their page is', async ({
  page,
  context,
  hillo,
}) => {
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Kirjaudu järjestäjänä' })).toHaveAttribute('href', '/sign-in');
  await page.getByText('Mistä löydän oman sivuni?').click();
  await expect(page.getByText('pyydä linkki uudelleen')).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await shots(page, 'start');

  const { evening, attendee, account } = await anEvening(hillo);
  const maija = await hillo.fixtures.registration(evening, { first_name: 'Maija' });
  const { deviceId } = await hillo.fixtures.device(evening, 'door');
  const door: GrantFixture = { kind: 'device', subjectId: deviceId, eveningId: evening, role: 'door' };
  await hillo.signIn(context, attendee(maija), account, door);
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Jatka: ' })).toHaveCount(3);
  await expect(page.getByRole('link', { name: 'Omiin iltoihin' })).toBeVisible();
  await expect(switcher(page)).toHaveText('Omat sivusi');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await shots(page, 'start-again');
  await page.getByRole('link', { name: 'Jatka: Vapaaehtoinen' }).click();
  await expect(page).toHaveURL(`/door/${evening}`);
  await expect(switcher(page)).toHaveText('Olet nyt: Vapaaehtoinen · vaihda');
  // A page that arrives takes the focus, and with it closes the list.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lapset ja perheet');
  await switcher(page).click();
  await page.getByRole('navigation', { name: 'Kuka olet?' }).getByRole('link', { name: 'Maija' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Maija');
});
