import { seededChance } from '@hillo/domain/bingo';
import { CardRepository } from '../../server/src/modules/bingo/data/card-repository.js';
import { MeetingRepository } from '../../server/src/modules/bingo/data/meeting-repository.js';
import { Tickets } from '@hillo/server/modules/bingo';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { barrier, gate } from '../support/gates.js';
import { brokenInvariants } from '../support/invariants.js';
import { type Guest, Room, scan } from '../support/room.js';

const FULL = process.env['HILLO_TEST_FULL'] === '1';
const ROUNDS = FULL ? 20 : 3;
vi.setConfig({ testTimeout: FULL ? 300_000 : 60_000 });

let application: TestApplication;
let room: Room;

beforeAll(async () => {
  application = await startTestApplication();
  room = await Room.open(application);
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => application.close());

const statuses = (replies: readonly { status: number }[]) => new Set(replies.map(({ status }) => status));
const count = (sql: string, parameters: readonly unknown[] = []) => application.db.execute(sql, parameters);

async function crowd(size: number, of: Room = room): Promise<Guest[]> {
  const people: Guest[] = [];
  for (let index = 0; index < size; index++)
    people.push(await of.guest(index % 2 ? 'company' : 'association'));
  return people;
}

/** As a phone does: a server that is too busy (503) is asked again. */
async function answered(send: () => ReturnType<typeof scan>): ReturnType<typeof scan> {
  for (;;) {
    const reply = await send();
    if (reply.status !== 503) return reply;
  }
}

/** Takes the lock away: my card is read without waiting for whoever changes it; it is changed when `goOn` says so. */
function withoutCardLock(goOn: () => Promise<void>): void {
  const meetings = application.nest.get(MeetingRepository);
  vi.spyOn(meetings, 'lock').mockImplementation(async (db, me, whom) => {
    const meeting = await meetings.read(me, whom, db);
    await goOn();
    return meeting;
  });
}

describe('pairs that scan each other at the same instant (T28)', () => {
  const PAIRS = FULL ? 200 : 40;

  it('make one encounter a pair and one square a side, and nobody waits in a circle', async () => {
    const people = await crowd(PAIRS * 2);
    for (let round = 0; round < (FULL ? 5 : 2); round++) {
      const scans = people.flatMap((me, index) => {
        const other = people[index % 2 ? index - 1 : index + 1];
        return other ? [answered(() => scan(me, other, 4))] : [];
      });
      expect(statuses(await Promise.all(scans))).toEqual(new Set([200]));
    }
    expect(await count('SELECT 1 FROM encounters WHERE evening_id = $1', [room.eveningId])).toBe(PAIRS);
    expect(await count('SELECT 1 FROM marks')).toBe(PAIRS * 2);
    const [one] = people;
    const { body } = await one!.phone.get(`/api/me/${one!.id}/encounters`);
    expect(body.encounters[0].sharing.fields).toEqual({});
    expect(await brokenInvariants(application.db)).toEqual([]);
  });

  it('would make two without the constraint on the pair (negative control)', async () => {
    const bare = await startTestApplication();
    try {
      await bare.db.execute('ALTER TABLE encounters DROP CONSTRAINT uq_encounters_pair');
      await bare.db.execute('CREATE INDEX ix_control ON encounters (evening_id, first_id, second_id)');
      const evening = await Room.open(bare);
      const [a, b] = await crowd(2, evening);
      const meetings = bare.nest.get(MeetingRepository);
      const lock = meetings.lock.bind(meetings);
      // Nobody goes on before the other has read the same.
      const together = barrier(2);
      vi.spyOn(meetings, 'lock').mockImplementation(async (...asked) => {
        const meeting = await lock(...asked);
        await together();
        return meeting;
      });
      await Promise.all([scan(a!, b!), scan(b!, a!)]);
      expect(await brokenInvariants(bare.db)).toContainEqual(
        expect.objectContaining({ invariant: 'a pair has two encounters' }),
      );
    } finally {
      await bare.close();
    }
  });
});

describe('fifty scans for one last square (T29)', () => {
  it('fill it once; forty-nine are told kindly, and have met all the same', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const me = await room.guest('association');
      const met = await crowd(50);
      // Two phones may not scan more than 30 times a minute: the others scan, and I take their offers.
      const offers = await Promise.all(met.map((other) => scan(other, me)));
      const replies = await Promise.all(
        offers.map(({ body }) =>
          me.phone.post(`/api/me/${me.id}/encounters/${body.encounter.id}/mark`, { square: 4 }),
        ),
      );
      expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
      const refused = replies.filter(({ status }) => status !== 200);
      expect(new Set(refused.map(({ body }) => body.code))).toEqual(new Set(['square-filled']));
      const { body } = await me.phone.get(`/api/me/${me.id}/encounters`);
      expect(body.encounters).toHaveLength(50);
    }
    expect(await brokenInvariants(application.db)).toEqual([]);
  });

  it('three marks at once that complete a row give the ticket', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { me, encounters } = await offered(3);
      const replies = await Promise.all(encounters.map((id, index) => put(me, id, 3 + index)));
      expect(statuses(replies)).toEqual(new Set([200]));
      expect(replies.filter(({ body }) => body.ticket === 'gained')).toHaveLength(1);
    }
    expect(await brokenInvariants(application.db)).toEqual([]);
  });

  it('would miss the ticket without the lock on the card (negative control)', async () => {
    const { me, encounters } = await offered(3);
    withoutCardLock(barrier(3));
    await Promise.all(encounters.map((id, index) => put(me, id, 3 + index)));
    expect(await brokenInvariants(application.db)).toContainEqual(
      expect.objectContaining({
        invariant: 'a ticket without a row, or a row without a ticket, before the freeze',
      }),
    );
    await application.db.execute('DELETE FROM cards WHERE registration_id = $1', [me.id]);
    await room.checkIn(me.id);
  });
});

describe('the draw’s freeze', () => {
  it('counts a ticket that came first, lets none come after, and gives them back when the draw is voided', async () => {
    const tickets = application.nest.get(Tickets);
    for (let round = 0; round < ROUNDS; round++) {
      const evening = await room.another();
      const { me, encounters } = await offered(3, evening);
      const [first, second, third] = encounters;
      await put(me, first!, 3);
      await put(me, second!, 4);
      const [reply, holders] = await Promise.all([
        put(me, third!, 5),
        application.transactions.run((db) => tickets.freeze(db, evening.eveningId)),
      ]);
      expect(reply.status).toBe(200);
      expect(reply.body.card.ticket).toBe(holders.length === 1);
      expect(await tickets.has(me.id)).toBe(holders.length === 1);
      const path = `/api/me/${me.id}/encounters/${third!}/mark`;
      expect((await me.phone.put(path, { square: 7 })).body.code).toBe('frozen');
      expect((await me.phone.delete(path)).body.code).toBe('frozen');
      await application.transactions.run((db) => tickets.thaw(db, evening.eveningId));
      expect(await tickets.ofEvening(evening.eveningId)).toHaveLength(1);
      expect((await me.phone.delete(path)).body.ticket).toBe('lost');
    }
    expect(await brokenInvariants(application.db)).toEqual([]);
  });

  it('would let a ticket slip in behind the list without the lock (negative control)', async () => {
    const tickets = application.nest.get(Tickets);
    const evening = await room.another();
    const { me, encounters } = await offered(3, evening);
    for (const [index, id] of encounters.slice(0, 2).entries()) await put(me, id, 3 + index);
    const [read, listed] = [gate(), gate()];
    withoutCardLock(() => {
      read.open();
      return listed.opened;
    });
    const cards = application.nest.get(CardRepository);
    vi.spyOn(cards, 'freeze').mockImplementation(() => Promise.resolve());
    const late = put(me, encounters[2]!, 5);
    await read.opened;
    const holders = await application.transactions.run((db) => tickets.freeze(db, evening.eveningId));
    listed.open();
    await late;
    expect(holders).toEqual([]);
    expect(await tickets.has(me.id)).toBe(true);
  });
});

describe('a long evening of everybody at once', () => {
  it('keeps every invariant after any sequence of scans, marks, moves, take-backs and removals', async () => {
    const evening = await room.another();
    const people = await crowd(8, evening);
    const chance = seededChance('a long evening');
    for (let step = 0; step < (FULL ? 60 : 15); step++) {
      await Promise.all(people.map((me) => act(me, people, chance)));
      expect(await brokenInvariants(application.db)).toEqual([]);
    }
  });
});

async function act(me: Guest, people: readonly Guest[], chance: (below: number) => number): Promise<void> {
  const other = people[chance(people.length)];
  const square = chance(9);
  const kind = chance(10);
  if (kind < 4 && other) {
    const { status } = await scan(me, other, kind < 3 ? square : undefined);
    expect([200, 409, 429]).toContain(status);
    return;
  }
  const { body } = await me.phone.get(`/api/me/${me.id}/encounters`);
  const encounter = body.encounters?.[chance(Math.max(1, body.encounters.length))]?.id;
  if (!encounter) return;
  const path = `/api/me/${me.id}/encounters/${encounter}`;
  const reply =
    kind < 6
      ? await me.phone.post(`${path}/mark`, { square })
      : kind < 8
        ? await me.phone.put(`${path}/mark`, { square })
        : kind < 9
          ? await me.phone.delete(`${path}/mark`)
          : await me.phone.delete(path);
  expect([200, 204, 409, 429]).toContain(reply.status);
}

/** Somebody whom `size` people of the other side have scanned. */
async function offered(size: number, of: Room = room): Promise<{ me: Guest; encounters: string[] }> {
  const me = await of.guest('municipality');
  const encounters: string[] = [];
  for (const other of await crowd(size, of)) encounters.push((await scan(other, me)).body.encounter.id);
  return { me, encounters };
}

function put(me: Guest, encounter: string, square: number) {
  return me.phone.post(`/api/me/${me.id}/encounters/${encounter}/mark`, { square });
}
