import { Evenings } from '@hillo/server/modules/evenings';
import { Registrations } from '@hillo/server/modules/registration';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { operationId, startTestApplication, type TestApplication } from '../support/application.js';
import type { Browser, Reply } from '../support/browser-session.js';
import { Fixtures } from '../support/fixtures.js';
import { barrier } from '../support/gates.js';
import { insist } from '../support/insist.js';

const FULL = process.env['HILLO_TEST_FULL'] === '1';
const ROUNDS = FULL ? 20 : 3;
const BADGES = FULL ? 300 : 60;
const DEVICES = 4;
const SENT = 3;
const WALK_INS = 12;

let application: TestApplication;
let fixtures: Fixtures;
let organisation: string;

beforeAll(async () => {
  application = await startTestApplication({ DATABASE_POOL: '20' });
  fixtures = new Fixtures(application);
  organisation = await fixtures.organisation();
});
afterAll(() => application.close());
afterEach(() => vi.restoreAllMocks());

interface Entrance {
  readonly evening: string;
  readonly doors: readonly Browser[];
}

async function entrance(columns: Readonly<Record<string, unknown>> = {}): Promise<Entrance> {
  const evening = await fixtures.evening(organisation, columns);
  const doors: Browser[] = [];
  for (let device = 0; device < DEVICES; device += 1)
    doors.push((await fixtures.device(evening, 'door')).browser);
  return { evening, doors };
}

function scan(
  { evening }: Entrance,
  door: Browser,
  registration: string,
  key = operationId(),
  admit: object | null = null,
) {
  const who = { by: 'badge', token: application.tokens.derive('badge', registration, 1) };
  return door.post(`/api/evenings/${evening}/door/check-ins`, { who, admit }, { 'idempotency-key': key });
}

async function count(sql: string, ...parameters: unknown[]): Promise<number> {
  const row = await application.db.first(z.object({ n: z.coerce.number() }), sql, parameters);
  return row?.n ?? -1;
}
const checkInsOf = (evening: string) =>
  count(`SELECT count(*) AS n FROM door_acts WHERE evening_id = $1 AND kind = 'check-in'`, evening);

/** Reads people without their lock, and lets everybody read before anybody writes: the fault that the lock prevents. */
function withoutLock(): void {
  const registrations = application.nest.get(Registrations);
  const together = barrier(DEVICES);
  vi.spyOn(registrations, 'lock').mockImplementation(async (db, ids) => {
    const people = await registrations.byIds(ids, db);
    await together();
    return new Map(people.map((person) => [person.id, person]));
  });
}

/** Doors without their common lock of the evening: each counts the seats before the others have given theirs. */
function withoutEveningLock(): void {
  const evenings = application.nest.get(Evenings);
  const registrations = application.nest.get(Registrations);
  const headCount = registrations.headCount.bind(registrations);
  const together = barrier(WALK_INS);
  vi.spyOn(evenings, 'lock').mockImplementation((db, id) => evenings.byId(id, db));
  vi.spyOn(registrations, 'headCount').mockImplementation(async (evening, db) => {
    const counted = await headCount(evening, db);
    await together();
    return counted;
  });
}

describe('one badge, many scans (T1)', () => {
  it.each(Array.from({ length: ROUNDS }, (_, round) => round))(
    'every badge three times in parallel from four devices: one check-in each, all answers agree (round %i)',
    async () => {
      const place = await entrance();
      const people: string[] = [];
      for (let badge = 0; badge < BADGES; badge += 1) people.push(await fixtures.registration(place.evening));
      const replies = await Promise.all(
        people.map((person, index) => {
          const door = place.doors[index % DEVICES] as Browser;
          const key = operationId();
          return Promise.all(
            Array.from({ length: SENT }, () => insist(() => scan(place, door, person, key))),
          );
        }),
      );
      for (const [index, answers] of replies.entries()) {
        expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
        expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
        expect(answers[0]?.body).toMatchObject({
          already: false,
          person: { id: people[index], attendance: 'in' },
        });
      }
      expect(await checkInsOf(place.evening)).toBe(BADGES);
    },
    60_000,
  );

  const fromAllDoors = async (place: Entrance): Promise<Reply[]> => {
    const person = await fixtures.registration(place.evening);
    return Promise.all(place.doors.map((door) => scan(place, door, person)));
  };

  it('the same badge at four doors at once: one lets in, three say that it was done, by whom and when', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const place = await entrance({ state: 'running' });
      const replies = await fromAllDoors(place);
      expect(replies.filter(({ body }) => body.already === false)).toHaveLength(1);
      expect(new Set(replies.map(({ body }) => body.person.last.at)).size).toBe(1);
      expect(replies.filter(({ body }) => body.person.last.byYou)).toHaveLength(1);
      expect(await checkInsOf(place.evening)).toBe(1);
    }
  });

  it('control: without the lock the same badge is checked in several times', async () => {
    withoutLock();
    const place = await entrance({ state: 'running' });
    await fromAllDoors(place);
    expect(await checkInsOf(place.evening)).toBeGreaterThan(1);
  });

  it('check-in and undo at once end in one of the two, never in between', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const place = await entrance({ state: 'running' });
      const person = await fixtures.registration(place.evening);
      const [door, other] = place.doors as [Browser, Browser];
      await scan(place, door, person);
      const path = `/api/evenings/${place.evening}/door`;
      await Promise.all([
        ...Array.from({ length: 3 }, () =>
          other.post(`${path}/undone-check-ins`, { registrationId: person }),
        ),
        ...Array.from({ length: 3 }, () => scan(place, door, person)),
      ]);
      const acts = await count('SELECT count(*) AS n FROM door_acts WHERE registration_id = $1', person);
      const { attendance } = (await door.get(`${path}/people/${person}`)).body;
      // Check-ins and undoings take turns, so an odd number of acts ends inside.
      expect(attendance).toBe(acts % 2 === 1 ? 'in' : 'undone');
    }
  });
});

describe('the last seats at the door (product rule 11)', () => {
  const walkIns = ({ evening, doors }: Entrance) =>
    Promise.all(
      Array.from({ length: WALK_INS }, (_, index) =>
        (doors[index % DEVICES] as Browser).post(`/api/evenings/${evening}/door/walk-ins`, {
          firstName: `Tulija${index}`,
          sector: 'resident',
        }),
      ),
    );
  const present = (evening: string) =>
    count('SELECT count(*) AS n FROM registrations WHERE evening_id = $1', evening);

  it('twelve walk-ins for five seats: five come in, the others are asked with the figures', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const place = await entrance({ capacity: 5 });
      const replies = await walkIns(place);
      expect(replies.filter(({ status }) => status === 201)).toHaveLength(5);
      for (const { body } of replies.filter(({ status }) => status !== 201))
        expect(body).toMatchObject({ code: 'over-capacity', data: { capacity: 5, taken: 5, seats: 1 } });
      expect(await present(place.evening)).toBe(5);
    }
  });

  it('control: without the evening’s lock more come in than there are seats', async () => {
    withoutEveningLock();
    const place = await entrance({ capacity: 5, state: 'running' });
    await walkIns(place);
    expect(await present(place.evening)).toBeGreaterThan(5);
  });
});
