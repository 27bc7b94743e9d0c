import { expect, expectAccessible, test } from '../support/e2e.js';
import { LiveEvening } from '../support/live-evening.js';
import { shellIsKept } from '../support/staged-evening.js';

test.use({ serviceWorkers: 'allow' });

test('the room sees its meetings and the numbers it calls; who cannot see the screen reads the same', async ({
  browser,
  hillo,
}) => {
  const evening = await LiveEvening.open(hillo);
  const [maija, ville, onni] = [
    await evening.guest('Maija', { draw_opt_in: true, announces_on_stage: true }),
    await evening.guest('Ville', { draw_opt_in: true }),
    await evening.guest('Onni'),
  ];
  for (const name of ['Aino', 'Helmi']) await evening.guest(name);
  const grant = await evening.device('host');
  const desk = await hillo.fixtures.browser(grant);
  const base = `/api/evenings/${evening.id}`;
  const meet = (who: typeof maija, code: string) =>
    who.phone.post(`/api/me/${who.id}/encounters`, { who: { by: 'code', code } });
  const show = (version: number, scene: string) =>
    desk.put(`${base}/stage/scene`, { version, scene: { scene } });
  const open = async (whose: typeof grant, path: string, width: number, height: number) => {
    const context = await browser.newContext({
      viewport: { width, height },
      baseURL: hillo.url,
      reducedMotion: 'reduce',
      serviceWorkers: 'allow',
    });
    await evening.signIn(context, whose);
    const page = await context.newPage();
    await page.goto(path);
    return page;
  };
  await show(0, 'pulse');
  await meet(maija, ville.code);
  const screen = await open(grant, `/stage/${evening.id}`, 1280, 720);
  const phone = await open(maija.grant, `/me/${maija.id}/stage/${evening.id}`, 390, 844);
  const picture = (words: RegExp) => expect(screen.getByRole('figure', { name: words })).toBeVisible();
  await picture(/Paikalla on 5 ihmistä\. On syntynyt 1 kohtaaminen/);
  await expect(phone.getByText('On syntynyt 1 kohtaaminen')).toBeVisible();
  await expect(screen.getByText('Maija')).toHaveCount(0);
  await expectAccessible(screen);
  await expectAccessible(phone);

  await meet(onni, ville.code);
  await picture(/On syntynyt 2 kohtaamista/);
  await expect(phone.getByText('On syntynyt 2 kohtaamista')).toBeVisible();
  // What moves can be stopped: the screen goes on, the page stays.
  await phone.getByRole('button', { name: 'Pysäytä tähän' }).click();
  await meet(onni, maija.code);
  await picture(/On syntynyt 3 kohtaamista/);
  await expect(phone.getByText('On syntynyt 2 kohtaamista')).toBeVisible();
  await phone.getByRole('button', { name: 'Jatka seuraamista' }).click();
  await expect(phone.getByText('On syntynyt 3 kohtaamista')).toBeVisible();

  // Opened anew without network the screen has the last picture, and says of when it is.
  const away = screen.getByText(/^Ei verkkoyhteyttä\. Tilanne klo \d\d\.\d\d\.$/);
  const openWithoutNetwork = async () => {
    await shellIsKept(screen);
    await screen.context().setOffline(true);
    await screen.reload();
    await expect(away).toBeVisible();
  };
  const reconnect = async () => {
    await screen.context().setOffline(false);
    await expect(away).toHaveCount(0);
  };
  await openWithoutNetwork();
  await picture(/On syntynyt 3 kohtaamista/);
  await reconnect();

  await hillo.pool.query('UPDATE cards SET ticket_since = now() WHERE evening_id = $1', [evening.id]);
  await desk.put(`${base}/prizes`, { prizes: [{ kind: 'visit' }, { kind: 'coaching' }] });
  const { draws } = (await desk.post(`${base}/draws`)).body;
  const draw = `${base}/draws/${draws[0].id}`;
  await show(1, 'draw');
  await expect(screen.getByRole('heading', { name: 'Arvonta alkaa' })).toBeVisible();
  await desk.post(`${draw}/freeze`);
  await expect(screen.getByRole('heading', { name: 'Mukana 2 arpaa' })).toBeVisible();
  const typing = await open(grant, `/host/${evening.id}/draw`, 390, 844);
  await typing.getByLabel(/^1\. /).fill('4711');
  const calls = screen.getByRole('definition').filter({ hasText: '4711' });
  await expect(calls).toBeVisible();
  await expect(phone.getByText('Sali sanoi: 4711')).toBeVisible();
  await expectAccessible(screen);
  // What is typed is not lost to a screen that is opened again, nor shown as more than it was.
  await openWithoutNetwork();
  await expect(calls).toBeVisible();
  await expect(screen.getByRole('heading', { name: 'Mukana 2 arpaa' })).toBeVisible();
  await reconnect();
  await screen.reload();
  await expect(calls).toBeVisible();
  await desk.post(`${draw}/public-number`, { calls: ['4711', '0832', '9050'] });
  await desk.post(`${draw}/reveal`);
  for (const page of [screen, phone]) {
    await expect(page.getByRole('heading', { name: 'Onnea voittajille!' })).toBeVisible();
    await expect(page.getByText('Maija')).toBeVisible();
    await expect(page.getByText('Ville')).toHaveCount(0);
    await expectAccessible(page);
  }
});
