import { newId } from '@hillo/server/platform/clock';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startTestApplication, type TestApplication } from '../support/application.js';
import type { Browser } from '../support/browser-session.js';
import { DrawGround } from '../support/draw-ground.js';
import { Fixtures } from '../support/fixtures.js';

let application: TestApplication;
let fixtures: Fixtures;
let ground: DrawGround;
let host: Browser;
let evening: string;

beforeAll(async () => {
  application = await startTestApplication();
  fixtures = new Fixtures(application);
});
afterAll(() => application.close());

beforeEach(async () => {
  evening = await fixtures.evening(await fixtures.organisation(), { state: 'running' });
  ground = new DrawGround(fixtures, evening);
  host = (await fixtures.device(evening, 'host')).browser;
  await ground.prizes(host);
});

const path = (rest: string) => `/api/evenings/${evening}/draws${rest}`;
const shown = async (reader: Browser = host) => (await reader.get(path('/shown'))).body;
const post = async (rest: string, body?: object) => {
  const reply = await host.post(path(rest), body);
  expect(reply.status).toBeLessThan(300);
  return reply.body.draws[0].id as string;
};

it('shows the room each step of the draw, and what is called while it is typed', async () => {
  for (let players = 0; players < 4; players += 1) await ground.player();
  expect(await shown()).toMatchObject({
    draw: null,
    prizes: [{}, {}],
    verify: expect.stringMatching(/\/verify$/),
  });
  const draw = await post('');
  expect((await shown()).draw).toMatchObject({ state: 'committed', list: null, secret: null, calls: [] });
  const early = await host.put(path(`/${draw}/calls`), { calls: ['1'] });
  expect(early).toMatchObject({ status: 409, body: { code: 'draw-state-forbids' } });
  await post(`/${draw}/freeze`);
  expect((await shown()).draw).toMatchObject({ ticketCount: 4, calls: [], secret: null });
  for (const calls of [['4'], ['4711', '08'], ['4711', '0832', '']])
    expect((await host.put(path(`/${draw}/calls`), { calls })).status).toBeLessThan(300);
  const typed = await shown();
  expect(typed.draw.calls).toEqual(['4711', '0832', '']);
  expect((await host.put(path(`/${draw}/calls`), { calls: ['47x'] })).status).toBe(400);
  await post(`/${draw}/public-number`, { calls: ['4711', '0832', '9050'] });
  expect((await shown()).draw).toMatchObject({
    state: 'seeded',
    calls: ['4711', '0832', '9050'],
    winners: [],
  });
  const late = await host.put(path(`/${draw}/calls`), { calls: ['0000'] });
  expect(late.body.code).toBe('draw-state-forbids');
  await post(`/${draw}/reveal`);
  expect((await shown()).draw).toMatchObject({ state: 'done', winners: [{ prize: 0 }, { prize: 1 }] });
});

it('names a winner only with their permission, and is the same for everybody at the evening', async () => {
  const silent = await ground.player({ first_name: 'Hiljaa', announces_on_stage: false });
  await ground.player({ first_name: 'Saakertoa', affiliation: 'Mallila', announces_on_stage: true });
  const draw = await post('');
  await post(`/${draw}/freeze`);
  await post(`/${draw}/public-number`, { calls: ['1111', '2222', '3333'] });
  await post(`/${draw}/reveal`);
  const body = await shown();
  const people = body.draw.winners.map(({ person }: { person: unknown }) => person);
  expect(people).toHaveLength(2);
  expect(people).toContainEqual({ firstName: 'Saakertoa', affiliation: 'Mallila' });
  expect(people).toContain(null);
  expect(JSON.stringify(body)).not.toContain('Hiljaa');
  expect(JSON.stringify(body)).not.toMatch(/spokenCode|handedOver/);
  expect(await shown(await fixtures.attendee(evening, silent))).toEqual(body);
  const other = await fixtures.evening(await fixtures.organisation(), { state: 'running' });
  const stranger = await fixtures.attendee(other, await fixtures.registration(other));
  expect((await stranger.get(path('/shown'))).status).toBe(403);
  expect((await host.put(path(`/${newId()}/calls`), { calls: [] })).status).toBe(404);
});

it('is answered by its tag', async () => {
  const first = await host.get(path('/shown'));
  const tag = first.headers.get('etag') ?? '';
  expect((await host.get(path('/shown'), { 'if-none-match': tag })).status).toBe(304);
  await ground.player();
  await post('');
  expect((await host.get(path('/shown'), { 'if-none-match': tag })).status).toBe(200);
});
