import { expect, test } from '../support/e2e.js';
import { LiveEvening } from '../support/live-evening.js';
import { KIB, measureFirstLoad } from '../support/first-load.js';

const SCRIPTS = 115 * KIB;
const EVERYTHING = 150 * KIB;
/** Many small files pack badly, and each is a request of its own. */
const REQUESTS = 24;

test('the own page answers a tap after 115 KiB of script and 150 KiB of everything', async ({
  page,
  context,
  hillo,
}) => {
  const { fixtures } = hillo;
  const hour = 3_600_000;
  const evening = await fixtures.evening(await fixtures.organisation(), {
    starts_at: new Date(Date.now() - hour),
    ends_at: new Date(Date.now() + 2 * hour),
  });
  const id = await fixtures.registration(evening);
  const door = (await fixtures.device(evening, 'door')).browser;
  await door.post(`/api/evenings/${evening}/door/check-ins`, {
    who: { by: 'registration', id },
    admit: null,
  });
  await hillo.signIn(context, { kind: 'attendee', subjectId: id, eveningId: evening, role: null });

  const load = await measureFirstLoad(page, `/me/${id}`);

  const scripts = load.files.filter(({ kind }) => kind === 'script');
  expect(scripts.length).toBeGreaterThan(0);
  expect(load.scripts, JSON.stringify(scripts, null, 1)).toBeLessThanOrEqual(SCRIPTS);
  expect(load.everything, JSON.stringify(load.files, null, 1)).toBeLessThanOrEqual(EVERYTHING);
  expect(load.files.length, JSON.stringify(load.files, null, 1)).toBeLessThanOrEqual(REQUESTS);
  // The server sends them packed: what came over the wire is what was counted, give or take the packer.
  const bytesOnTheWire = scripts.reduce((sum, { transferred }) => sum + transferred, 0);
  expect(bytesOnTheWire).toBeLessThanOrEqual(1.05 * load.scripts);
});

test('no clock stands between the answers and the page that shows them', async ({ page, context, hillo }) => {
  const evening = await LiveEvening.open(hillo);
  const maija = await evening.guest('Maija');
  const device = await evening.device('door');
  await hillo.signIn(context, maija.grant, device);
  // No timer of the page ever ends: what one of them holds back is never seen.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  for (const [path, title] of [
    [`/me/${maija.id}`, 'Hei Maija'],
    [`/me/${maija.id}/met`, 'Tapaamani ihmiset'],
    [`/me/${maija.id}/suggestions`, 'Keitä kannattaa tavata'],
    [`/door/${evening.id}/people`, 'Ketkä ovat sisällä'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
  }
});

test('a next page that is late is said to be on its way, over the page that still stands', async ({
  page,
  context,
  hillo,
}) => {
  const evening = await LiveEvening.open(hillo);
  const maija = await evening.guest('Maija');
  await hillo.signIn(context, maija.grant);
  let bring: () => void = () => undefined;
  const brought = new Promise<void>((resolve) => (bring = resolve));
  await page.route('**/assets/own-panel-screen-*.js', async (route) => {
    await brought;
    await route.continue();
  });
  await page.goto(`/me/${maija.id}`);
  await page.getByRole('link', { name: 'Kysy paneelilta' }).click();
  const waiting = page.getByRole('status').filter({ hasText: 'Ladataan' });
  await expect(waiting).toBeInViewport();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hei Maija');
  if (process.env['SHELL_SHOTS'])
    await page.screenshot({ path: `${process.env['SHELL_SHOTS']}/arriving.png` });
  bring();
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('Hei Maija');
  await expect(waiting).toHaveCount(0);
});

test('what an address needs is asked for without waiting for React', async ({ request }) => {
  const page = await (await request.get('/')).text();
  const early = /<script type="module" async[^>]* src="([^"]+)"/.exec(page)?.[1] ?? '';
  const script = await (await request.get(early)).text();
  expect(script).toMatch(/\bimport\(/);
  // A script that imports another at its top runs when that one is there.
  expect(script).not.toMatch(/\bimport\s*["'{*]|\bfrom\s*["']/);
});
