import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { SeatingRepository } from '../../server/src/modules/matchmaking/data/seating-repository.js';
import { Planner } from '../../server/src/modules/matchmaking/use-cases/seating/planner.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { NOW, startTestApplication, type TestApplication } from '../support/application.js';
import type { Browser } from '../support/browser-session.js';
import { Fixtures } from '../support/fixtures.js';
import { barrier } from '../support/gates.js';
import { meetingsOf, pairName } from '@hillo/domain/matchmaking';

const ROUNDS = process.env['HILLO_TEST_FULL'] === '1' ? 20 : 3;

let application: TestApplication;
let fixtures: Fixtures;
let organisation: string;
let organiser: Browser;
let evening: string;
let people: string[];

beforeAll(async () => {
  application = await startTestApplication();
  fixtures = new Fixtures(application);
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => application.close());

beforeEach(async () => {
  application.clock.set(NOW);
  organisation = await fixtures.organisation();
  organiser = (await fixtures.member(organisation, ['organiser'])).browser;
  evening = await fixtures.evening(organisation);
  people = [];
  for (let n = 0; n < 8; n += 1) people.push(await fixtures.registration(evening));
});

const of = (rest = '') => `/api/evenings/${evening}/seating${rest}`;
const tables = (count: number, seats: number, change: object = {}) =>
  Array.from({ length: count }, (_, at) => ({
    id: randomUUID(),
    name: String(at + 1),
    seats,
    accessible: false,
    x: 10 * at,
    y: 10,
    ...change,
  }));

const WISHES = {
  block: null,
  rounds: 2,
  aim: 'mix-sectors',
  crowd: 'coming',
  countsEncounters: false,
  together: [],
  apart: [],
  locks: {},
  aside: [],
};

async function view() {
  return (await organiser.get(of())).body;
}

async function save(change: object = {}) {
  const { version } = await view();
  return organiser.put(of(), { version, ...WISHES, tables: tables(4, 2), ...change });
}

/** Seats everybody and gives the plan. */
async function seat() {
  const reply = await organiser.post(of('/runs'));
  expect(reply.status).toBe(202);
  await application.runJobs();
  return view();
}

type Rounds = Record<string, string[]>[];
const seatedIn = (round: Record<string, string[]>) => Object.values(round).flat().toSorted();

it('begins with nothing and keeps what is wished', async () => {
  expect(await view()).toMatchObject({ version: 0, tables: [], rounds: 3, plan: null, run: null, held: 0 });
  expect((await view()).people).toHaveLength(8);
  const [one, other, third = ''] = people;
  const chosen = tables(4, 2);
  const reply = await save({
    tables: chosen,
    together: [[other, one]],
    apart: [[one, third]],
    locks: { [third]: chosen[1]?.id },
    aside: [people[7]],
    aim: 'meet-new',
  });
  expect(reply.status).toBe(200);
  expect(reply.body).toMatchObject({ version: 1, aim: 'meet-new', tables: chosen, aside: [people[7]] });
  expect(reply.body.locks).toEqual({ [third]: chosen[1]?.id });
  expect(reply.body.together).toEqual([[one, other].toSorted()]);
});

it('does not overwrite what somebody else saved meanwhile', async () => {
  await save();
  const old = { version: 0, ...WISHES, tables: [] };
  expect(await organiser.put(of(), old)).toMatchObject({ status: 409, body: { code: 'seating-changed' } });
  expect((await view()).tables).toHaveLength(4);
});

describe('two organisers who save at the same moment', () => {
  /** Both saw the same page, and wish something else. */
  async function bothSave() {
    await save();
    const { version, tables: chosen } = await view();
    const second = (await fixtures.member(organisation, ['organiser'])).browser;
    const put = (browser: Browser, rounds: number) =>
      browser.put(of(), { version, ...WISHES, tables: chosen, rounds });
    const replies = await Promise.all([put(organiser, 4), put(second, 5)]);
    return replies.map(({ status }) => status).toSorted();
  }

  it('are not both believed: one is told that the page has changed', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      evening = await fixtures.evening(organisation);
      expect(await bothSave()).toEqual([200, 409]);
    }
  });

  it('would both be, one undone unseen, without the lock (negative control)', async () => {
    const seatings = application.nest.get(SeatingRepository);
    await save();
    const bothHaveRead = barrier(2);
    vi.spyOn(seatings, 'lock').mockImplementation(async (db, id) => {
      const seen = await seatings.ofEvening(id, db);
      // Nobody goes on before the other has read the same.
      await bothHaveRead();
      return seen;
    });
    const { version, tables: chosen } = await view();
    const replies = await Promise.all(
      [4, 5].map((rounds) => organiser.put(of(), { version, ...WISHES, tables: chosen, rounds })),
    );
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
  });
});

it('leaves people, tables and blocks of other evenings out', async () => {
  const [foreignTable] = tables(1, 2);
  await save({ tables: [foreignTable] });
  const home = evening;
  evening = await fixtures.evening(organisation);
  const stranger = await fixtures.registration(evening);
  const mine = await fixtures.registration(evening);
  const reply = await save({
    tables: [{ ...foreignTable, name: 'Varastettu' }],
    together: [[people[0], mine]],
    locks: { [people[0] ?? '']: foreignTable?.id, [stranger]: foreignTable?.id },
    aside: [people[1]],
  });
  expect(reply.body).toMatchObject({ tables: [], together: [], locks: {}, aside: [] });
  evening = home;
  expect((await view()).tables[0]).toMatchObject({ name: '1' });
});

describe('seating everybody', () => {
  it('gives a plan in which nobody meets twice, proven to be best', async () => {
    await save();
    const { plan, run } = await seat();
    expect(run).toMatchObject({ state: 'planned', progress: 100, refusal: null });
    expect(plan.rounds.map(seatedIn)).toEqual([people.toSorted(), people.toSorted()]);
    expect(plan).toMatchObject({ isOutdated: false, unseated: [], missing: [] });
    expect(plan.quality).toMatchObject({ repeats: 0, repeatsBound: 0, proved: true });
    expect([...meetingsOf(plan.rounds as Rounds).values()].every((times) => times === 1)).toBe(true);
  });

  it('keeps company together, pairs apart and people at their own tables', async () => {
    const [one = '', other = '', third = '', fourth = ''] = people;
    const support = await fixtures.registration(evening, {
      kind: 'support',
      accompanies_id: one,
      plays: false,
    });
    const chosen = tables(3, 3);
    await save({ tables: chosen, rounds: 3, apart: [[other, third]], locks: { [fourth]: chosen[2]?.id } });
    const { plan } = await seat();
    for (const round of plan.rounds as Rounds) {
      const at = (id: string) => Object.keys(round).find((table) => round[table]?.includes(id));
      expect(at(support)).toBe(at(one));
      expect(at(other)).not.toBe(at(third));
      expect(at(fourth)).toBe(chosen[2]?.id);
    }
    expect(new Set(meetingsOf(plan.rounds as Rounds).values())).toContain(3);
  });

  it('counts those who met in the bingo as met, if wished, and tells nobody who they are', async () => {
    const [one = '', other = ''] = people.toSorted();
    await fixtures.insert('encounters', {
      id: randomUUID(),
      evening_id: evening,
      first_id: one,
      second_id: other,
      scanned_by_id: one,
      met_at: application.clock.now(),
      created_at: application.clock.now(),
    });
    await save({ rounds: 6, countsEncounters: true });
    const { plan } = await seat();
    expect(plan.quality.repeats).toBe(0);
    expect(meetingsOf(plan.rounds as Rounds).has(pairName(one, other))).toBe(false);
  });

  it('says at once what is plainly impossible, and later why the planner could not', async () => {
    const refused = async () => (await organiser.post(of('/runs'))).body;
    expect(await refused()).toMatchObject({ code: 'seating-without-tables' });
    await save({ tables: tables(3, 2) });
    expect(await refused()).toMatchObject({ code: 'seating-too-few-seats', data: { missing: 2, people: 8 } });
    await save({ crowd: 'present' });
    expect(await refused()).toMatchObject({ code: 'seating-without-people' });
    await save({ together: [people.slice(0, 2)], apart: [people.slice(0, 2)] });
    expect((await seat()).run).toMatchObject({ state: 'refused', refusal: 'together-and-apart' });
    expect((await view()).plan).toBeNull();
  });

  it('is begun once however often it is pressed, and can be stopped', async () => {
    await save();
    const first = (await organiser.post(of('/runs'))).body.run;
    expect((await organiser.post(of('/runs'))).body.run).toEqual(first);
    const stopped = await organiser.delete(of(`/runs/${first.id}`));
    expect(stopped.body.run).toMatchObject({ state: 'cancelled' });
    await application.runJobs();
    expect(await view()).toMatchObject({ plan: null, run: { state: 'cancelled' } });
    expect((await organiser.delete(of(`/runs/${randomUUID()}`))).status).toBe(404);
  });

  it('stops when a wish changes under it; a table that only moves changes nothing', async () => {
    await save();
    await organiser.post(of('/runs'));
    await save({ rounds: 3 });
    await application.runJobs();
    expect(await view()).toMatchObject({ plan: null, run: { state: 'cancelled' } });
    const seated = await seat();
    const moved = seated.tables.map((table: object) => ({ ...table, x: 50, name: 'Ikkuna' }));
    expect((await save({ rounds: 3, tables: moved })).body.plan).toMatchObject({ isOutdated: false });
    expect((await save({ rounds: 4, tables: moved })).body.plan).toMatchObject({ isOutdated: true });
  });
});

it('a thread that nobody waits for any more is ended, however much there is to plan', async () => {
  const instance = {
    people: Array.from({ length: 240 }, (_, at) => ({
      id: `p${at}`,
      sector: `${at % 9}`,
      side: `${at % 3}`,
    })),
    tables: Array.from({ length: 40 }, (_, at) => ({ id: `t${at}`, seats: 6 })),
    // More rounds than a person has others to meet: the search goes on to its last step.
    rounds: 60,
  };
  const heard: number[] = [];
  const planned = await new Planner().plan({ instance, timeLimitMs: 60_000, seed: 1 }, async (done) => {
    heard.push(done);
    return false;
  });
  expect(planned).toEqual({ ok: false, code: 'stopped' });
  expect(heard).toHaveLength(1);
});

describe('accessible seats', () => {
  it('go to whoever told of needs, and no page tells who that is', async () => {
    const [needy = ''] = people;
    await fixtures.insert('access_needs', {
      registration_id: needy,
      ciphertext: 'x',
      updated_at: application.clock.now(),
    });
    const chosen = tables(4, 2).map((table, at) => ({ ...table, accessible: at === 3 }));
    await save({ tables: chosen, rounds: 3 });
    const seen = await seat();
    for (const round of seen.plan.rounds as Rounds) expect(round[chosen[3]?.id ?? '']).toContain(needy);
    expect(seen.plan.withoutAccessibleSeat).toBe(0);
    const own = seen.people.find(({ id }: { id: string }) => id === needy);
    const other = seen.people.find(({ id }: { id: string }) => id === people[1]);
    expect(Object.keys(own)).toEqual(Object.keys(other));
    expect(seen.locks).toEqual({});
  });
});

describe('what people see', () => {
  const own = async (id: string) =>
    (await (await fixtures.attendee(evening, id)).get(`/api/me/${id}/seating`)).body;

  it('is nothing until it is published, then the own tables with first names and affiliations only', async () => {
    await save();
    const { plan, tables: chosen } = await seat();
    const [me = ''] = people;
    expect(await own(me)).toEqual({ seating: null });
    const published = await organiser.post(of('/publications'));
    expect(published.body.published).toEqual({ at: '2026-11-26T12:00:00.000Z', isThisPlan: true });
    const { seating } = await own(me);
    expect(seating.rounds).toHaveLength(2);
    const [first] = plan.rounds as Rounds;
    const [table = '', ids = []] =
      Object.entries(first ?? {}).find(([, seated]) => seated.includes(me)) ?? [];
    expect(seating.rounds[0]).toEqual({
      round: 1,
      table: chosen.find(({ id }: { id: string }) => id === table).name,
      with: ids
        .filter((id) => id !== me)
        .map((id) => ({
          firstName: `Osallistuja${people.indexOf(id) + Number(nameOf(people[0] ?? '').slice(11))}`,
          affiliation: 'Esimerkkiyhdistys ry',
          mark: 'association',
          side: 'community',
        })),
    });
    expect(JSON.stringify(seating)).not.toMatch(/Esimerkki"|@|[0-9a-f]{8}-/);

    function nameOf(id: string): string {
      return published.body.people.find((person: { id: string }) => person.id === id).firstName;
    }
  });

  it('is told on the own stream, and stays while a new plan is being made', async () => {
    await save();
    await seat();
    const [me = ''] = people;
    await organiser.post(of('/publications'));
    const stream = `/api/streams/registration:${me}?since=0`;
    const { changes } = (await (await fixtures.attendee(evening, me)).get(stream)).body;
    expect(changes.map(({ kind }: { kind: string }) => kind)).toContain('seating');
    const before = await own(me);
    await save({ rounds: 3, tables: (await view()).tables });
    expect(await organiser.post(of('/publications'))).toMatchObject({ body: { code: 'seating-outdated' } });
    const again = await seat();
    expect(again.published).toMatchObject({ isThisPlan: false });
    expect(await own(me)).toEqual(before);
    await organiser.post(of('/publications'));
    expect((await own(me)).seating.rounds).toHaveLength(3);
  });

  it('keeps held rounds when no-shows and walk-ins are seated anew', async () => {
    await fixtures.application.db.execute(
      'UPDATE registrations SET checked_in_at = now() WHERE evening_id = $1',
      [evening],
    );
    await save({ rounds: 3, crowd: 'present', tables: tables(4, 3) });
    expect((await organiser.put(of('/held-rounds'), { held: 1 })).body.code).toBe('seating-not-published');
    const { plan: before, tables: chosen } = await seat();
    await organiser.post(of('/publications'));
    expect((await organiser.put(of('/held-rounds'), { held: 4 })).body.code).toBe('seating-round-held');
    expect((await organiser.put(of('/held-rounds'), { held: 1 })).body.held).toBe(1);
    const [gone = ''] = people;
    await fixtures.application.db.execute('UPDATE registrations SET checked_in_at = NULL WHERE id = $1', [
      gone,
    ]);
    const late = await fixtures.registration(evening, { checked_in_at: application.clock.now() });
    expect((await view()).plan).toMatchObject({ unseated: [late], missing: [gone] });
    // A table that people sat at is taken away: the past keeps it.
    await save({ rounds: 3, crowd: 'present', tables: chosen.slice(1) });
    const { plan, tables: left } = await seat();
    expect(left.filter(({ seats }: { seats: number }) => seats === 0)).toMatchObject([{ id: chosen[0].id }]);
    expect(plan.rounds.map(seatedIn)[0]).toEqual(people.toSorted());
    expect(plan.rounds[0]).toEqual(before.rounds[0]);
    const here = [...people.slice(1), late].toSorted();
    expect(plan.rounds.slice(1).map(seatedIn)).toEqual([here, here]);
    expect(plan.rounds.slice(1).flatMap(Object.keys)).not.toContain(chosen[0].id);
    expect((await save({ rounds: 0, crowd: 'present' })).status).toBe(400);
    expect(plan).toMatchObject({ unseated: [], missing: [] });
  });

  it('is gone with a person’s data, and 30 days after the evening for everybody', async () => {
    const me = await fixtures.registration(evening, { email: null });
    await save({ tables: tables(5, 2), apart: [[me, people[0]]] });
    await seat();
    await organiser.post(of('/publications'));
    expect((await view()).plan.rounds.flatMap(seatedIn)).toContain(me);
    const erased = await (await fixtures.attendee(evening, me)).post(`/api/me/${me}/erasure`);
    expect(erased.status).toBeLessThan(300);
    expect((await view()).plan.rounds.flatMap(seatedIn)).not.toContain(me);
    expect((await view()).apart).toEqual([]);
    application.clock.set('2026-12-26T17:59:00Z');
    organiser = (await fixtures.member(organisation, ['organiser'])).browser;
    await purge();
    expect((await view()).plan).not.toBeNull();
    application.clock.set('2026-12-26T18:01:00Z');
    await purge();
    expect(await view()).toMatchObject({ plan: null, tables: [] });
  });

  async function purge(): Promise<void> {
    await application.db.execute("SELECT graphile_worker.add_job('purge-seatings')");
    await application.runJobs();
  }
});

describe('files', () => {
  it('are there once people are seated', async () => {
    for (const file of ['slips.pdf', 'place-cards.pdf', 'tables.pdf', 'seating.csv'])
      expect((await organiser.get(of(`/${file}`))).body.code).toBe('seating-missing');
  });

  it('tell everybody’s tables as a sheet, safe to open', async () => {
    await fixtures.registration(evening, { first_name: '=1+1', affiliation: '' });
    await save({ tables: tables(5, 2) });
    await seat();
    const reply = await organiser.get(of('/seating.csv'));
    const rows = parse(String(reply.body), { delimiter: ';', bom: true });
    expect(rows[0]).toEqual(['Etunimi', 'Sukunimi', 'Taustayhteisö', '1. kierros', '2. kierros']);
    expect(rows).toHaveLength(10);
    expect(rows.flat()).toContain("'=1+1");
    expect(rows[1]?.[3]).toMatch(/^Pöytä \d$/);
  });
});
