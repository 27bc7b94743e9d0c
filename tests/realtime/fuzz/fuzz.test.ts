import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { afterChange } from '../../../client/src/features/panel/list-changes.js';
import { startTestApplication, type TestApplication } from '../../support/application.js';
import { Crowd, PanelRoom } from './panel-room.js';
import { PHONES, scheduleOf } from './schedule.js';

const FULL = process.env['HILLO_TEST_FULL'] === '1';
const SEEDS = FULL ? 500 : 10;
/** `HILLO_FUZZ_SEED=17` plays one evening alone. */
const ONE = process.env['HILLO_FUZZ_SEED'];
const seeds = ONE === undefined ? Array.from({ length: SEEDS }, (_, n) => n + 1) : [Number(ONE)];
/** Evenings whose counts are waited for together. */
const TOGETHER = 5;
/** For a machine that does other things too; nobody waits for a heartbeat. */
const PATIENCE = { timeout: 20_000, interval: 100 };
vi.setConfig({ testTimeout: FULL ? 600_000 : 60_000 });

let application: TestApplication;
let crowd: Crowd;
let organisation: string;

beforeAll(async () => {
  application = await startTestApplication();
  crowd = await Crowd.open(application);
  organisation = await crowd.fixtures.organisation();
});
afterAll(async () => {
  crowd.end();
  await application.close();
});

it(`${seeds.length} evenings of asks, votes, merges, cuts: at the end every phone and host shows what the server holds`, async () => {
  const taken = new Set<string>();
  for (let from = 0; from < seeds.length; from += TOGETHER) {
    const rooms: PanelRoom[] = [];
    for (const seed of seeds.slice(from, from + TOGETHER)) {
      const room = await PanelRoom.open(crowd, organisation, `seed ${seed}`);
      rooms.push(room);
      for (const steps of scheduleOf(seed)) await room.act(steps);
    }
    for (const room of rooms) room.reconnect();
    // A seed that is named here is played alone by HILLO_FUZZ_SEED.
    await vi.waitFor(async () => expect(await staleIn(rooms)).toEqual([]), PATIENCE);
    for (const room of rooms) room.taken.forEach((kind) => taken.add(kind));
    // They follow, and do not only read when they come back.
    for (const room of rooms) expect(room.heard).toBeGreaterThan(PHONES);
    for (const room of rooms) room.close();
  }
  const kinds = seeds.flatMap((seed) => scheduleOf(seed).flatMap((steps) => steps.map(({ kind }) => kind)));
  // Nothing of the schedules was refused always.
  expect([...taken].sort()).toEqual([...new Set(kinds)].sort());
});

async function staleIn(rooms: readonly PanelRoom[]): Promise<readonly string[]> {
  return (await Promise.all(rooms.map((room) => room.stale()))).flat();
}

it('negative control: a phone that ignores one event is found out', async () => {
  let ignores = false;
  const deaf = 17;
  const room = await PanelRoom.open(crowd, organisation, 'deaf', (phone) => (list, change) => {
    if (phone !== deaf || !ignores || change.kind !== 'question') return afterChange(list, change);
    return { ...list, rev: change.rev };
  });
  const everybodyButTheDeaf = scheduleOf(1).map((steps) =>
    steps.filter((step) => !('phone' in step) || step.phone !== deaf),
  );
  for (const steps of everybodyButTheDeaf) await room.act(steps);
  room.reconnect();
  await vi.waitFor(async () => expect(await room.stale()).toEqual([]), PATIENCE);
  ignores = true;
  await room.show(await room.type(0));
  await vi.waitFor(async () => expect(await room.stale()).toEqual([`deaf: phone ${deaf}`]), PATIENCE);
  room.close();
});
