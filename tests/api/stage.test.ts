import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { StageRepository } from '../../server/src/modules/stage/data/stage-repository.js';
import { ReadStage } from '../../server/src/modules/stage/use-cases/read-stage.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import type { Browser } from '../support/browser-session.js';
import { barrier } from '../support/gates.js';
import { type Guest, Room } from '../support/room.js';

const FULL = process.env['HILLO_TEST_FULL'] === '1';
const ROUNDS = FULL ? 20 : 3;
vi.setConfig({ testTimeout: FULL ? 300_000 : 60_000 });

const TALK = '01939a3e-0000-7000-8000-000000000001';
const FAIR = '01939a3e-0000-7000-8000-000000000002';
const NOBODYS = '01939a3e-0000-7000-8000-00000000000f';

let application: TestApplication;
let room: Room;
let hosts: readonly [Browser, Browser];
let aino: Guest;

beforeAll(async () => {
  application = await startTestApplication();
  room = await Room.open(application);
  const device = async () => (await room.fixtures.device(room.eveningId, 'host')).browser;
  hosts = [await device(), await device()];
  aino = await room.guest('association', { first_name: 'Aino', affiliation: 'Esimerkkiyhdistys' });
  for (const [position, [id, kind, title]] of (
    [
      [FAIR, 'fair', ''],
      [TALK, 'talk', 'Yhteinen kesä'],
    ] as const
  ).entries())
    await room.fixtures.insert('programme_blocks', {
      id,
      evening_id: room.eveningId,
      kind,
      title,
      position,
      is_tentative: false,
    });
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => application.close());

const path = (evening = room.eveningId) => `/api/evenings/${evening}/stage`;
const read = async (browser: Browser, evening?: string) => (await browser.get(path(evening))).body;

async function show(host: Browser, scene: object, version?: number) {
  return host.put(`${path()}/scene`, { scene, version: version ?? (await read(host)).version });
}

describe('the stage', () => {
  it('welcomes before anybody has chosen, and offers the evening in its order', async () => {
    const stage = await read(hosts[0]);
    expect(stage).toMatchObject({ version: 0, scene: { scene: 'welcome' }, previous: null, shownAt: null });
    expect(stage.sheet).toEqual([
      { scene: 'welcome' },
      { scene: 'programme', block: FAIR },
      { scene: 'talk', block: TALK },
      { scene: 'thanks' },
    ]);
    expect(stage.links.own).toMatch(/\/me$/);
    expect(stage.links.join).toContain('/e/');
  });

  it('shows what a host chose, to everybody in the room, and what was shown before', async () => {
    const { version } = await read(hosts[0]);
    const talk = { scene: 'talk', block: TALK };
    const reply = await show(hosts[0], talk);
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      version: version + 1,
      scene: talk,
      previous: { scene: 'welcome' },
      shownAt: application.clock.now().toISOString(),
    });
    expect((await read(aino.phone)).scene).toEqual(talk);
    const { body: now } = await aino.phone.get(`${path()}/now`);
    expect(now).toEqual({
      rev: reply.body.rev,
      version: version + 1,
      scene: talk,
      block: 'talk',
      isRunning: true,
    });
  });

  it('shows questions as the panel has them: no name that was not given', async () => {
    const veikko = await room.guest();
    const ask = async (guest: Guest, text: string, withName: boolean) => {
      application.clock.advance(20_000);
      return (await guest.phone.post(`/api/me/${guest.id}/questions`, { text, withName })).body.id;
    };
    const named = await ask(aino, 'Kuka kutsuu perheet?', true);
    const unnamed = await ask(veikko, 'Missä tavataan?', false);
    await ask(veikko, 'Tätä ei ole hyväksytty', false);
    const desk = `/api/evenings/${room.eveningId}/questions`;
    await hosts[0].post(`${desk}/${named}/moves`, { move: 'put-on-stage', version: 0 });
    await hosts[0].post(`${desk}/${unnamed}/moves`, { move: 'approve', version: 0 });
    const { body } = await show(hosts[0], { scene: 'questions' });
    expect(body.questions).toEqual({
      phase: 'collecting',
      onStage: {
        id: named,
        text: 'Kuka kutsuu perheet?',
        speaker: '',
        asker: { firstName: 'Aino', affiliation: 'Esimerkkiyhdistys' },
        votes: 0,
      },
      next: [{ id: unnamed, text: 'Missä tavataan?', speaker: '', asker: null, votes: 0 }],
      waiting: 1,
    });
  });

  it('is answered by its tag, which changes with what is shown though the stage itself does not', async () => {
    await show(hosts[0], { scene: 'questions' });
    const { headers, body } = await hosts[0].get(path());
    const known = headers.get('etag') ?? '';
    const again = (tag: string) => hosts[0].get(path(), { 'if-none-match': tag });
    expect((await again(known)).status).toBe(304);
    const [{ id }] = body.questions.next;
    application.clock.advance(20_000);
    await aino.phone.put(`/api/me/${aino.id}/votes/${id}`, {});
    await vi.waitFor(async () => {
      const changed = await again(known);
      expect(changed.status).toBe(200);
      expect(changed.body.questions.next[0].votes).toBe(1);
    });
  });

  it.each([
    ['a part of the programme that is not there', { scene: 'talk', block: NOBODYS }],
    ['a round that is not there', { scene: 'seating', round: 1 }],
  ])('refuses %s', async (_, scene) => {
    const before = await read(hosts[0]);
    const reply = await show(hosts[0], scene);
    expect([reply.status, reply.body.code]).toEqual([409, 'scene-not-possible']);
    expect((await read(hosts[0])).version).toBe(before.version);
  });

  it('welcomes again when the part of the programme that is shown is deleted', async () => {
    await show(hosts[0], { scene: 'programme', block: FAIR });
    await application.db.execute('DELETE FROM programme_blocks WHERE id = $1', [FAIR]);
    const stage = await read(hosts[0]);
    expect(stage.scene).toEqual({ scene: 'welcome' });
    expect(stage.programme.map(({ id }: { id: string }) => id)).toEqual([TALK]);
    await show(hosts[0], { scene: 'thanks' });
    expect((await read(hosts[0])).previous).toBeNull();
  });
});

describe('who drives', () => {
  it('is a host or an organiser, never a helper or an attendee', async () => {
    const member = async (role: 'organiser' | 'helper') =>
      (await room.fixtures.member(room.organisationId, [role])).browser;
    const [organiser, helper] = [await member('organiser'), await member('helper')];
    expect((await show(organiser, { scene: 'pulse' })).status).toBe(200);
    const { version } = await read(helper);
    for (const other of [helper, aino.phone])
      expect((await show(other, { scene: 'draw' }, version)).status).toBe(403);
    expect((await read(helper)).scene).toEqual({ scene: 'pulse' });
  });

  it('sees and drives the own evening only (T14)', async () => {
    const other = await room.another();
    const [stranger, host] = [
      await other.guest(),
      (await room.fixtures.device(other.eveningId, 'host')).browser,
    ];
    for (const browser of [stranger.phone, host]) {
      expect((await browser.get(path())).status).toBe(403);
      expect((await browser.get(`${path()}/now`)).status).toBe(403);
      expect((await browser.put(`${path()}/scene`, { version: 0, scene: { scene: 'draw' } })).status).toBe(
        403,
      );
    }
    expect((await host.get(path(other.eveningId))).status).toBe(200);
    const foreign = await host.put(`${path(other.eveningId)}/scene`, {
      version: 0,
      scene: { scene: 'talk', block: TALK },
    });
    expect([foreign.status, foreign.body.code]).toEqual([409, 'scene-not-possible']);
  });
});

function bothShow(version: number) {
  const scenes = [{ scene: 'pulse' }, { scene: 'draw' }];
  return Promise.all(hosts.map((host, index) => show(host, scenes[index] ?? {}, version)));
}

describe('two hosts at once', () => {
  it('take turns: one scene is shown, the other host is told how it is now', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { version } = await read(hosts[0]);
      const replies = await bothShow(version);
      expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      const won = replies.findIndex(({ status }) => status === 200);
      const scene = won === 0 ? 'pulse' : 'draw';
      expect(replies[1 - won]?.body).toMatchObject({
        code: 'stage-changed',
        data: { version: version + 1, scene },
      });
      expect(await read(hosts[0])).toMatchObject({ version: version + 1, scene: { scene } });
    }
  });

  it('would overwrite each other unseen without the lock (negative control)', async () => {
    const { version } = await read(hosts[0]);
    expect(version).toBeGreaterThan(0);
    const stages = application.nest.get(StageRepository);
    vi.spyOn(stages, 'lock').mockImplementation((db, evening) => stages.ofEvening(evening, db));
    const reading = application.nest.get(ReadStage);
    const ground = reading.ground.bind(reading);
    const bothHaveRead = barrier(2);
    vi.spyOn(reading, 'ground').mockImplementation(async (...given) => {
      const found = await ground(...given);
      await bothHaveRead();
      return found;
    });
    const replies = await bothShow(version);
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
  });
});
