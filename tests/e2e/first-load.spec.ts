import { expect, test } from '../support/e2e.js';
import { KIB, measureFirstLoad } from '../support/first-load.js';

/**
 * A ratchet, not the goal: the goal is 115 KiB of script and 150 KiB of everything, `npm run bench -- client` shows how far the
 * page is from it, and these two figures only ever go down.
 */
const SCRIPTS = 158 * KIB;
const EVERYTHING = 174 * KIB;

test('the own page weighs no more before it answers a tap than it did', async ({ page, context, hillo }) => {
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
  // The server sends them packed: what came over the wire is what was counted, give or take the packer.
  const bytesOnTheWire = scripts.reduce((sum, { transferred }) => sum + transferred, 0);
  expect(bytesOnTheWire).toBeLessThanOrEqual(1.05 * load.scripts);
});
