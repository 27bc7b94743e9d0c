import { seededChance } from '@hillo/domain/bingo';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { operationId } from '../support/application.js';
import { insist } from '../support/insist.js';
import { brokenIn } from '../support/invariants.js';
import { Outpost } from '../support/outpost.js';

const FULL = process.env['HILLO_TEST_FULL'] === '1';
const SCANS = FULL ? 100 : 30;
const PHONES = FULL ? 20 : 8;
const LIMIT = FULL ? 600_000 : 60_000;

let outpost: Outpost;

beforeAll(async () => {
  outpost = await Outpost.open();
});
afterEach(() => {
  Object.assign(outpost.proxy.weather, { latency: 0, rate: 0, fate: () => 'pass' });
});
afterAll(() => outpost.close());

describe(`${SCANS} check-ins whose answers are lost after the commit (T2)`, () => {
  it(
    'are made once each, and the device that asks again is told that it was itself, and when',
    async () => {
      const { id: evening, door } = await outpost.evening();
      const people: string[] = [];
      for (let n = 0; n < SCANS; n += 1) people.push(await outpost.fixtures.registration(evening));
      const chance = seededChance('lost answers');
      // The first answer of each is cut somewhere in its head or body; the next one comes.
      let lost = true;
      let cuts = 0;
      outpost.proxy.weather.fate = () => {
        lost = !lost;
        if (lost) return 'pass';
        cuts += 1;
        return { answerLostAfter: chance(600) };
      };
      for (const id of people) {
        const key = { 'idempotency-key': operationId() };
        const body = { who: { by: 'registration', id }, admit: null };
        const path = `/api/evenings/${evening}/door/check-ins`;
        const reply = await insist(() => door.post(path, body, key));
        expect(reply.status).toBe(200);
        expect(reply.body).toMatchObject({ already: false, person: { id, last: { byYou: true } } });
        const rows = await outpost.pool.query(
          `SELECT done_at AS at FROM door_acts WHERE registration_id = $1`,
          [id],
        );
        expect(rows.rows).toEqual([{ at: new Date(reply.body.person.last.at) }]);
      }
      expect(cuts).toBe(SCANS);
      expect(await brokenIn(outpost.pool)).toEqual([]);
    },
    LIMIT,
  );
});

describe('a network that loses a third of the answers, resets connections and is slow (T19)', () => {
  it(
    'has every scan and note happen exactly once',
    async () => {
      const { fixtures, proxy } = outpost;
      const { id: evening, door } = await outpost.evening();
      const guests: { id: string; badge: string }[] = [];
      for (let n = 0; n < PHONES; n += 1) {
        const id = await fixtures.registration(evening, { sector: n % 2 ? 'company' : 'association' });
        await door.post(`/api/evenings/${evening}/door/check-ins`, {
          who: { by: 'registration', id },
          admit: null,
        });
        guests.push({ id, badge: outpost.tokens.derive('badge', id, 1) });
      }
      const chance = seededChance('bad weather');
      const met = { lost: 0, reset: 0 };
      Object.assign(proxy.weather, {
        latency: FULL ? 2_000 : 3,
        rate: FULL ? 8_000 : 0,
        fate: () => {
          const drawn = chance(100);
          if (drawn < 30) {
            met.lost += 1;
            return { answerLostAfter: chance(400) };
          }
          if (drawn >= 35) return 'pass';
          met.reset += 1;
          return 'reset';
        },
      });

      const keys: string[] = [];
      const once = (write: (headers: Record<string, string>) => ReturnType<typeof door.post>) => {
        const key = operationId();
        keys.push(key);
        return insist(() => write({ 'idempotency-key': key }));
      };
      /** Scans everybody further on in the list, and writes a note to each. */
      const play = async ({ id }: { id: string }, turn: number) => {
        const phone = await fixtures.attendee(evening, id);
        for (const other of guests.slice(turn + 1)) {
          const who = { by: 'badge', token: other.badge };
          const scanned = await once((key) => phone.post(`/api/me/${id}/encounters`, { who }, key));
          expect(scanned.status, JSON.stringify(scanned.body)).toBe(200);
          const path = `/api/me/${id}/encounters/${scanned.body.encounter.id}/note`;
          const note = { agreed: `${turn} sopi`, nextStep: 'Soitan', owner: 'writer' };
          expect((await once((key) => phone.put(path, note, key))).status).toBe(200);
        }
      };
      await Promise.all(guests.map(play));

      const pairs = (PHONES * (PHONES - 1)) / 2;
      expect(keys).toHaveLength(2 * pairs);
      expect(met.lost).toBeGreaterThan(0);
      expect(met.reset).toBeGreaterThan(0);
      expect(await outpost.count('SELECT 1 FROM operations WHERE operation_id = ANY($1)', keys)).toBe(
        keys.length,
      );
      expect(await outpost.count('SELECT 1 FROM encounters WHERE evening_id = $1', evening)).toBe(pairs);
      expect(await outpost.count(`SELECT 1 FROM encounter_parties WHERE agreed <> ''`)).toBe(pairs);
      expect(await brokenIn(outpost.pool)).toEqual([]);
    },
    LIMIT,
  );
});
