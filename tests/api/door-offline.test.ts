import { decideOffline, type ListedPerson, spokenCodeOf } from '@hillo/domain/door';
import { doorIsOpen } from '@hillo/domain/evenings';
import fc from 'fast-check';
import { Registrations } from '@hillo/server/modules/registration';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { operationId, startTestApplication, type TestApplication } from '../support/application.js';
import type { Browser } from '../support/browser-session.js';
import { Fixtures } from '../support/fixtures.js';

const ROUNDS = process.env['HILLO_TEST_FULL'] === '1' ? 20 : 3;

let application: TestApplication;
let fixtures: Fixtures;
let organisation: string;
let evening: string;
let door: Browser;
let other: Browser;

beforeAll(async () => {
  application = await startTestApplication();
  fixtures = new Fixtures(application);
  organisation = await fixtures.organisation();
});
afterAll(() => application.close());
afterEach(() => vi.restoreAllMocks());

beforeEach(async () => {
  application.clock.set('2026-11-26T15:00:00Z');
  evening = await fixtures.evening(organisation, { state: 'running' });
  ({ browser: door } = await fixtures.device(evening, 'door'));
  ({ browser: other } = await fixtures.device(evening, 'door'));
  application.clock.set('2026-11-26T15:30:00Z');
});

const base = () => `/api/evenings/${evening}/door`;
const at = (time: string) => `2026-11-26T${time}.000Z`;
const offline = (time: string, number: number, more: object = { knewOfIt: false }) => ({
  phoneTime: at(time),
  offsetMs: 0,
  number,
  ...more,
});
const byId = (id: string) => ({ by: 'registration', id });
const late = (by: Browser, who: object, time: string, number: number, more: object = {}) =>
  by.post(`${base()}/check-ins`, { who, admit: null, offline: offline(time, number), ...more });
const takeBack = (by: Browser, registrationId: string, time: string, number: number) =>
  by.post(`${base()}/undone-check-ins`, { registrationId, offline: offline(time, number, {}) });
const personOf = async (id: string) => (await door.get(`${base()}/people/${id}`)).body;
const snapshot = async () => (await door.get(base())).body;

describe('a check-in made without network', () => {
  it('counts from when it was made by the phone’s time and its offset, never from the future', async () => {
    const [one, two, three] = await Promise.all([1, 2, 3].map(() => fixtures.registration(evening)));
    const first = await late(door, byId(one ?? ''), '15:12:00', 1);
    expect(first.body).toMatchObject({
      already: false,
      person: { attendance: 'in', last: { at: at('15:12:00'), byYou: true }, alsoInBy: [] },
    });
    // A phone that is a day behind, and knows it.
    const behind = {
      phoneTime: '2026-11-25T15:13:00.000Z',
      offsetMs: 86_400_000,
      number: 2,
      knewOfIt: false,
    };
    await late(door, byId(two ?? ''), '', 2, { offline: behind });
    expect((await personOf(two ?? '')).last.at).toBe(at('15:13:00'));
    await late(door, byId(three ?? ''), '19:00:00', 3);
    expect((await personOf(three ?? '')).last.at).toBe(at('15:30:00'));
  });

  it('is one, however often it is sent, and the queue misses none', async () => {
    const id = await fixtures.registration(evening);
    const key = { 'idempotency-key': operationId() };
    const body = { who: byId(id), admit: null, offline: offline('15:12:00', 1) };
    const replies = [];
    for (let sent = 0; sent < 3; sent += 1) replies.push(await door.post(`${base()}/check-ins`, body, key));
    expect(new Set(replies.map((reply) => JSON.stringify(reply.body))).size).toBe(1);
    expect((await snapshot()).gaps).toEqual([]);
  });

  it('counts after the close when it was made before it and comes within twelve hours', async () => {
    const [one, two, three] = await Promise.all([1, 2, 3].map(() => fixtures.registration(evening)));
    await application.db.execute(`UPDATE evenings SET state = 'closed', closed_at = $2 WHERE id = $1`, [
      evening,
      at('18:00:00'),
    ]);
    application.clock.set('2026-11-26T20:00:00Z');
    expect((await late(door, byId(one ?? ''), '17:00:00', 1)).body.person.attendance).toBe('in');
    expect((await late(door, byId(two ?? ''), '18:10:00', 2)).body.code).toBe('evening-not-open');
    application.clock.set('2026-11-27T06:00:01Z');
    const { browser } = await fixtures.member(organisation, ['organiser']);
    expect((await late(browser, byId(three ?? ''), '17:00:00', 1)).body.code).toBe('delivered-too-late');
  });

  it('of somebody who waits is asked about with the figures, and lets in whom the phone had asked about', async () => {
    await application.db.execute('UPDATE evenings SET capacity = 1 WHERE id = $1', [evening]);
    await fixtures.registration(evening);
    const id = await fixtures.registration(evening, { state: 'waiting' });
    const asked = await late(door, byId(id), '15:12:00', 1);
    expect(asked.body).toMatchObject({ code: 'on-waitlist', data: { capacity: 1, taken: 1, seats: 1 } });
    // The figures that the phone had are older: the person is in the room all the same (product rule 11).
    const let_ = await late(door, byId(id), '15:12:00', 2, { admit: { taken: 0 } });
    expect(let_.body.person).toMatchObject({ registration: 'confirmed', attendance: 'in' });
    const walkIn = { firstName: 'Ville', sector: 'resident', offline: offline('15:14:00', 3, {}) };
    const walkedIn = await door.post(`${base()}/walk-ins`, walkIn);
    expect(walkedIn.status).toBe(201);
    expect(walkedIn.body.person).toMatchObject({ attendance: 'in', last: { at: at('15:14:00') } });
    const over = await application.db.rows(
      z.object({ over: z.boolean() }),
      'SELECT is_over_capacity AS over FROM door_acts WHERE evening_id = $1 ORDER BY id',
      [evening],
    );
    expect(over).toEqual([{ over: true }, { over: true }]);
  });

  it('by a badge that the phone did not know lets in who registered since, and refuses a stranger (T5)', async () => {
    const since = await fixtures.registration(evening);
    const token = application.tokens.derive('badge', since, 1);
    expect((await late(door, { by: 'badge', token }, '15:12:00', 1)).body.person.attendance).toBe('in');
    const stranger = application.tokens.derive('badge', evening, 1);
    expect((await late(door, { by: 'badge', token: stranger }, '15:13:00', 2)).body.code).toBe(
      'badge-unknown',
    );
    // A refused entry was heard: nothing is missing.
    expect((await snapshot()).gaps).toEqual([]);
  });
});

describe('twenty badges that were void at the last sync and twenty that came after it (T5)', () => {
  it('are refused, and let in and found later', async () => {
    const each = <Value>(make: () => Promise<Value>) => Promise.all(Array.from({ length: 20 }, make));
    const replaced = await each(() => fixtures.registration(evening, { badge_version: 2 }));
    const { people, voidBadges, evening: known } = await snapshot();
    const since = await each(() => fixtures.registration(evening));
    const list = { people, voidBadges, doorOpen: doorIsOpen(known.state) };
    const hash = (id: string) => application.tokens.deriveHash('badge', id, 1);
    const decide = (id: string) => decideOffline<ListedPerson>(list, { by: 'badge', hash: hash(id) });
    for (const id of replaced) expect(decide(id)).toEqual({ decision: 'refuse', code: 'badge-unknown' });
    for (const [index, id] of since.entries()) {
      expect(decide(id)).toEqual({ decision: 'verify-later' });
      const token = application.tokens.derive('badge', id, 1);
      const found = await late(door, { by: 'badge', token }, '15:12:00', index + 1);
      expect(found.body.person).toMatchObject({ id, attendance: 'in' });
    }
  });
});

describe('two doors without network (T4)', () => {
  it('that let the same person in: one check-in, the earlier time, and both are told of both', async () => {
    const id = await fixtures.registration(evening);
    expect((await late(other, byId(id), '15:16:00', 1)).body.already).toBe(false);
    const second = await late(door, byId(id), '15:12:00', 1);
    expect(second.body).toMatchObject({
      already: true,
      person: {
        last: { at: at('15:12:00'), byYou: true },
        alsoInBy: [{ at: at('15:16:00'), by: 'Vapaaehtoinen', byYou: false }],
      },
    });
    expect((await other.get(base())).body.people).toMatchObject([
      {
        id,
        last: { at: at('15:12:00'), byYou: false },
        alsoInBy: [{ at: at('15:16:00'), byYou: true }],
      },
    ]);
  });

  it('make no conflict when the phone had said that the person was in', async () => {
    const id = await fixtures.registration(evening);
    await other.post(`${base()}/check-ins`, { who: byId(id), admit: null });
    const told = await late(door, byId(id), '15:40:00', 1, {
      offline: offline('15:12:00', 1, { knewOfIt: true }),
    });
    expect(told.body).toMatchObject({ already: true, person: { alsoInBy: [] } });
  });

  it('take back only their own: the other’s stands with its time, and an undoing at the table ends both', async () => {
    const id = await fixtures.registration(evening);
    await late(door, byId(id), '15:12:00', 1);
    await late(other, byId(id), '15:16:00', 1);
    expect((await takeBack(door, id, '15:17:00', 2)).body.person).toMatchObject({
      attendance: 'in',
      last: { at: at('15:16:00'), byYou: false },
      alsoInBy: [],
    });
    expect((await takeBack(door, id, '15:18:00', 3)).body).toMatchObject({ already: true });
    await late(door, byId(id), '15:19:00', 4);
    await other.post(`${base()}/undone-check-ins`, { registrationId: id });
    expect(await personOf(id)).toMatchObject({ attendance: 'undone', alsoInBy: [] });
    const cards = await application.db.rows(
      z.object({ hidden: z.boolean() }),
      'SELECT hidden_at IS NOT NULL AS hidden FROM cards WHERE registration_id = $1',
      [id],
    );
    expect(cards).toEqual([{ hidden: true }]);
  });

  it('that come back at once for the same fifty people: fifty check-ins, fifty conflicts', async () => {
    const people = await Promise.all(Array.from({ length: 50 }, () => fixtures.registration(evening)));
    await Promise.all(
      [door, other].map(async (phone) => {
        for (const [index, id] of people.entries()) await late(phone, byId(id), '15:12:00', index + 1);
      }),
    );
    const { people: listed } = await snapshot();
    expect(listed.filter((person: { attendance: string }) => person.attendance === 'in')).toHaveLength(50);
    expect(listed.filter((person: { alsoInBy: unknown[] }) => person.alsoInBy.length === 1)).toHaveLength(50);
  });
});

describe('two doors heard at the same moment', () => {
  const bothAtOnce = async () => {
    const id = await fixtures.registration(evening);
    const replies = await Promise.all([
      late(door, byId(id), '15:12:00', 1),
      late(other, byId(id), '15:16:00', 1),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    return (await personOf(id)).alsoInBy.length;
  };

  it('show both, with the earlier time', async () => {
    for (let round = 0; round < ROUNDS; round += 1) expect(await bothAtOnce()).toBe(1);
  });

  it('control: without the person’s lock the one hides the other', async () => {
    const registrations = application.nest.get(Registrations);
    let reading = 2;
    let open: () => void = () => undefined;
    const bothHaveRead = new Promise<void>((resolve) => (open = resolve));
    vi.spyOn(registrations, 'lock').mockImplementation(async (db, ids) => {
      const people = await registrations.byIds(ids, db);
      reading -= 1;
      if (reading === 0) open();
      await bothHaveRead;
      return new Map(people.map((person) => [person.id, person]));
    });
    expect(await bothAtOnce()).toBe(0);
  });
});

describe('numbers of a phone’s queue (T51)', () => {
  it('that never came are shown with whose phone it is, and are forgotten when they come', async () => {
    const ids = await Promise.all([1, 2, 3, 4].map(() => fixtures.registration(evening)));
    await late(door, byId(ids[0] ?? ''), '15:10:00', 1);
    await late(door, byId(ids[3] ?? ''), '15:13:00', 4);
    const { gaps, rev } = await snapshot();
    expect(gaps).toEqual([{ by: 'Vapaaehtoinen', byYou: true, missing: 2, restarts: 0 }]);
    expect((await other.get(base())).body.gaps).toMatchObject([{ byYou: false, missing: 2 }]);
    for (const number of [2, 3]) await late(door, byId(ids[number - 1] ?? ''), '15:12:00', number);
    const after = await snapshot();
    expect(after.gaps).toEqual([]);
    expect(after.rev).toBeGreaterThan(rev);
  });

  it('that begin anew tell that the phone’s memory was emptied', async () => {
    const id = await fixtures.registration(evening);
    for (const number of [1, 2, 1]) await late(door, byId(id), '15:10:00', number);
    expect((await snapshot()).gaps).toMatchObject([{ missing: 0, restarts: 1 }]);
  });
});

describe('the list that a phone keeps', () => {
  it('has hashes of badges, never tokens, refuses void ones, and says until when it may be kept', async () => {
    const replaced = await fixtures.registration(evening, { badge_version: 2 });
    const gone = await fixtures.registration(evening, { first_name: '', last_name: '' });
    const child = await fixtures.registration(evening, { kind: 'child', accompanies_id: replaced });
    const list = await snapshot();
    const hash = (id: string, version: number) => application.tokens.deriveHash('badge', id, version);
    expect(new Set(list.voidBadges)).toEqual(new Set([hash(replaced, 1), hash(gone, 1)]));
    const badges = new Map(list.people.map(({ id, badge }: ListedPerson) => [id, badge]));
    expect(badges).toEqual(
      new Map([
        [replaced, hash(replaced, 2)],
        [child, null],
      ]),
    );
    expect(list.keepUntil).toBe('2026-11-27T06:00:00.000Z');
    expect(JSON.stringify(list)).not.toContain(application.tokens.derive('badge', replaced, 2));
  });

  it('lets the phone decide as the server does', async () => {
    const adult = await fixtures.registration(evening);
    const states = [
      {},
      { state: 'waiting' },
      { state: 'cancelled' },
      { checked_in_at: new Date(at('15:05:00')), checked_in_by: 'x' },
      { kind: 'child', accompanies_id: adult },
    ];
    let serial = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...states),
        fc.constantFrom('published', 'running', 'closed'),
        fc.constantFrom('badge', 'code', 'registration'),
        async (columns, state, by) => {
          // A child's badge has no QR.
          fc.pre(by !== 'badge' || !('kind' in columns));
          await application.db.execute('UPDATE evenings SET state = $2 WHERE id = $1', [evening, state]);
          serial += 1;
          const code = spokenCodeOf(serial);
          const id = await fixtures.registration(evening, { ...columns, spoken_code: code });
          const { people, voidBadges, evening: known } = await snapshot();
          const sought =
            by === 'badge'
              ? ({ by, hash: application.tokens.deriveHash('badge', id, 1) } as const)
              : by === 'code'
                ? ({ by, code } as const)
                : ({ by: 'registration', id } as const);
          const list = { people, voidBadges, doorOpen: doorIsOpen(known.state) };
          const phone = decideOffline<ListedPerson>(list, sought);
          const token = application.tokens.derive('badge', id, 1);
          const who = by === 'badge' ? { by, token } : by === 'code' ? { by, code } : byId(id);
          const { body } = await door.post(`${base()}/check-ins`, { who, admit: null });
          if (phone.decision === 'let-in') expect(body).toMatchObject({ already: false });
          else if (phone.decision === 'already-in') expect(body).toMatchObject({ already: true });
          else expect(phone).toMatchObject({ code: body.code });
        },
      ),
      { numRuns: 30 },
    );
  });
});
