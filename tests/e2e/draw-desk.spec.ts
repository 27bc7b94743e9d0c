import type { Browser } from '../support/browser-session.js';
import { DrawGround } from '../support/draw-ground.js';
import { expect, expectAccessible, expectNoSidewaysScroll, type Page, test } from '../support/e2e.js';
import { Keyboard } from '../support/keyboard.js';

type Hillo = Parameters<Parameters<typeof test>[2]>[0]['hillo'];

const MINUTE = 60_000;
const CONTRAST = ['color-contrast'];

/** A running evening with prizes, and an organiser who has begun the draw. */
async function begun(hillo: Hillo) {
  const { fixtures } = hillo;
  const organisation = await fixtures.organisation();
  const evening = await fixtures.evening(organisation, {
    state: 'running',
    starts_at: new Date(Date.now() - 60 * MINUTE),
    ends_at: new Date(Date.now() + 60 * MINUTE),
  });
  const ground = new DrawGround(fixtures, evening);
  const { accountId, browser: organiser } = await fixtures.member(organisation, ['organiser']);
  const account = { kind: 'account', subjectId: accountId, eveningId: null, role: null } as const;
  await ground.prizes(organiser);
  const begin = async () => {
    const { body } = await organiser.post(`/api/evenings/${evening}/draws`);
    return `/api/evenings/${evening}/draws/${body.draws[0].id}`;
  };
  const { deviceId } = await fixtures.device(evening, 'host');
  const host = { kind: 'device', subjectId: deviceId, eveningId: evening, role: 'host' } as const;
  return { evening, ground, organiser, begin, host, account };
}

async function reveal(organiser: Browser, path: string): Promise<void> {
  await organiser.post(`${path}/freeze`);
  await organiser.post(`${path}/public-number`, { calls: ['1111', '2222', '3333'] });
  await organiser.post(`${path}/reveal`);
}

const attendee = (subjectId: string, eveningId: string) =>
  ({ kind: 'attendee', subjectId, eveningId, role: null }) as const;

async function expectReadable(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, CONTRAST);
  await page.emulateMedia({ colorScheme: 'light' });
}

test('before the freeze the host sees whose phone is silent, and that it is back', async ({
  browser,
  context,
  hillo,
  page,
}) => {
  const { evening, ground, begin, host } = await begun(hillo);
  const checked_in_at = new Date(Date.now() - 10 * MINUTE);
  const aino = await ground.player({ first_name: 'Aino', last_name: 'Esimerkki', checked_in_at });
  await ground.player({ first_name: 'Onni', checked_in_at });
  const pocket = await browser.newContext();
  await hillo.signIn(pocket, attendee(aino, evening));
  await hillo.pool.query(
    `UPDATE sessions SET seen_at = $2
     WHERE id IN (SELECT session_id FROM session_grants WHERE subject_id = $1)`,
    [aino, new Date(Date.now() - 3 * MINUTE)],
  );
  await begin();
  await hillo.signIn(context, host);
  await page.goto(`/host/${evening}/draw`);

  const silent = page.getByRole('status').filter({ hasText: '1 ihmisen puhelimesta ei ole kuultu' });
  await expect(silent).toBeVisible();
  await expect(silent).toContainText('odota hetki, tai jatka');
  await page.getByText('Näytä nimet').click();
  await expect(page.getByText(/Aino Esimerkki, Esimerkkiyhdistys ry – viimeksi klo \d/)).toBeVisible();
  await expect(page.getByText('Onni')).toHaveCount(0);
  await expectReadable(page);
  await page.getByRole('button', { name: 'Lukitse lista' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('1 ihmisen puhelimesta ei ole kuultu');
  await dialog.getByRole('button', { name: 'Sulje' }).click();

  // The phone comes out of the pocket: nothing is pressed on the host's page.
  const phone = await pocket.newPage();
  await phone.goto(`/me/${aino}`);
  await expect(page.getByText('Kaikista bingoa pelaavista puhelimista on kuultu')).toBeVisible({
    timeout: 30_000,
  });
  await expect(silent).toHaveCount(0);
  await page.getByRole('button', { name: 'Lukitse lista' }).click();
  await expect(dialog).toBeVisible();
  await expect(dialog.getByText('puhelimesta ei ole kuultu')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Lukitse lista' }).click();
  await expect(page.getByRole('heading', { name: 'Listalla on 2 arpaa' })).toBeVisible();
  await pocket.close();
});

test('a prize is recorded as handed over by keyboard, the winner sees it, and it is taken back', async ({
  browser,
  context,
  hillo,
  page,
}) => {
  const { evening, ground, organiser, begin, host } = await begun(hillo);
  const aino = await ground.player({ first_name: 'Aino' });
  await reveal(organiser, await begin());

  const pocket = await browser.newContext();
  await hillo.signIn(pocket, attendee(aino, evening));
  const own = await pocket.newPage();
  await own.goto(`/me/${aino}/draw`);
  await expect(own.getByText('Nosta kätesi ylös')).toBeVisible();

  await hillo.signIn(context, host);
  await page.goto(`/host/${evening}/draw`);
  const keys = new Keyboard(page);
  const absent = page.getByRole('button', { name: 'Ei paikalla – seuraava: Aino' });
  await expect(absent).toBeVisible();
  await expectReadable(page);
  await keys.press(page.getByRole('button', { name: 'Palkinto annettu: Aino' }));
  const dialog = page.getByRole('dialog');
  await keys.write(dialog.getByLabel('Kenen kanssa palkinto käytetään?'), 'Leipomo Esimerkki Oy');
  await expectReadable(page);
  await keys.press(dialog.getByRole('button', { name: 'Kirjaa annetuksi' }));

  await expect(page.getByText(/Annettu klo \d\d\.\d\d, kirjasi Vapaaehtoinen/)).toBeVisible();
  await expect(page.getByText('Käytetään yhdessä: Leipomo Esimerkki Oy')).toBeVisible();
  await expect(absent).toHaveCount(0);
  await expectReadable(page);
  await expect(own.getByText('Palkinto on annettu sinulle')).toBeVisible();
  await expect(own.getByText('Leipomo')).toHaveCount(0);
  await expectReadable(own);

  await keys.press(page.getByRole('button', { name: 'Peru kirjaus: Aino' }));
  await expect(absent).toBeVisible();
  await expect(own.getByText('Nosta kätesi ylös')).toBeVisible();
  await pocket.close();
});

test('the organiser takes the winners along as a file; the host is not offered it', async ({
  browser,
  context,
  hillo,
  page,
}) => {
  const { evening, ground, organiser, begin, host, account } = await begun(hillo);
  await ground.player({ first_name: 'Aino' });
  await reveal(organiser, await begin());
  await hillo.signIn(context, account);
  await page.goto(`/organiser/evenings/${evening}/draw`);
  const link = page.getByRole('link', { name: 'Lataa voittajat (CSV)' });
  await expect(link).toBeVisible();
  await expectReadable(page);
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toMatch(/^voittajat-.+-poista-viimeistaan-.+\.csv$/);

  const tablet = await browser.newContext();
  await hillo.signIn(tablet, host);
  const desk = await tablet.newPage();
  await desk.goto(`/host/${evening}/draw`);
  await expect(desk.getByRole('heading', { name: 'Voittajat' })).toBeVisible();
  await expect(desk.getByRole('link', { name: 'Lataa voittajat (CSV)' })).toHaveCount(0);
  await tablet.close();
});
