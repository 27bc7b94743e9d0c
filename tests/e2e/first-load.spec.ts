import { expect, test } from '../support/e2e.js';
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

test('what an address needs is asked for without waiting for React', async ({ request }) => {
  const page = await (await request.get('/')).text();
  const early = /<script type="module" async[^>]* src="([^"]+)"/.exec(page)?.[1] ?? '';
  const script = await (await request.get(early)).text();
  expect(script).toMatch(/\bimport\(/);
  // A script that imports another at its top runs when that one is there.
  expect(script).not.toMatch(/\bimport\s*["'{*]|\bfrom\s*["']/);
});
