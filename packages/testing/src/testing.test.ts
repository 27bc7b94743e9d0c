import { normaliseEmail, normalisePhone, parseName } from '@hillo/domain/registration';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FixedClock } from './clock.js';
import { crowdScript } from './crowd.js';
import { inventPeople } from './people.js';
import { seededRandom } from './random.js';

describe('seeded random', () => {
  it('repeats itself for a seed and differs for another', () => {
    const row = (seed: string) => {
      const random = seededRandom(seed);
      return [
        random.below(1e9),
        [...random.bytes(8)],
        random.shuffle([1, 2, 3, 4, 5, 6, 7, 8]),
        random.happens(50),
      ];
    };
    expect(row('a')).toEqual(row('a'));
    expect(row('a')).not.toEqual(row('b'));
  });

  it('stays below its bound and reaches all of it', () => {
    const random = seededRandom('dice');
    const thrown = Array.from({ length: 200 }, () => random.below(6));
    expect([...new Set(thrown)].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

describe('fixed clock', () => {
  it('stands still, advances and moves', () => {
    const clock = new FixedClock('2026-11-19T18:00:00+02:00');
    expect(clock.now()).toEqual(new Date('2026-11-19T16:00:00Z'));
    clock.now().setFullYear(1999);
    clock.advance({ days: 1, hours: 1, minutes: 1, seconds: 1, ms: 1 });
    expect(clock.now().toISOString()).toBe('2026-11-20T17:01:01.001Z');
    clock.moveTo('2026-01-01T00:00:00Z');
    expect(clock.now().toISOString()).toBe('2026-01-01T00:00:00.000Z');
    expect(() => clock.moveTo('tomorrow')).toThrow('tomorrow');
  });
});

describe('invented people', () => {
  const people = inventPeople(85, seededRandom('evening'));

  it('are the same for the same seed, and the form takes them', () => {
    expect(inventPeople(85, seededRandom('evening'))).toEqual(people);
    for (const { firstName, lastName, email, phone } of people) {
      expect([
        parseName(firstName),
        parseName(lastName),
        normaliseEmail(email),
        normalisePhone(phone),
      ]).toMatchObject([
        { ok: true, value: firstName },
        { ok: true, value: lastName },
        { ok: true, value: { address: email } },
        { ok: true, value: phone },
      ]);
    }
  });

  it('have own addresses and phones, and the sectors of the source in every fifty', () => {
    expect(new Set(people.map(({ email }) => email)).size).toBe(85);
    expect(new Set(people.map(({ phone }) => phone)).size).toBe(85);
    const associations = people.slice(0, 50).filter(({ sector }) => sector === 'association');
    expect(associations).toHaveLength(18);
    expect(inventPeople(0, seededRandom('nobody'))).toEqual([]);
  });
});

describe('a scripted crowd', () => {
  const anySize = fc.record({
    people: fc.integer({ min: 2, max: 40 }),
    arrival: fc.integer({ min: 1, max: 600 }),
    mingling: fc.integer({ min: 60, max: 3600 }),
    scans: fc.integer({ min: 1, max: 12 }),
  });

  it('arrives once, meets others only, in the order of time, and is paced', () => {
    fc.assert(
      fc.property(anySize, fc.string(), (size, seed) => {
        const script = crowdScript(size, seededRandom(seed));
        expect(script).toEqual(crowdScript(size, seededRandom(seed)));
        expect(script.filter(({ act }) => act === 'arrive')).toHaveLength(size.people);
        script.forEach((act, index) => {
          expect(act.at).toBeGreaterThanOrEqual(script[index - 1]?.at ?? 0);
          expect(act.at).toBeLessThan(size.arrival + size.mingling + size.mingling / size.scans);
          if (act.act === 'arrive') expect(act.at).toBeLessThan(size.arrival);
          else expect(act.other).not.toBe(act.who);
        });
        const met = new Set(script.flatMap((act) => (act.act === 'scan' ? [`${act.who} ${act.other}`] : [])));
        expect(met.size).toBe(size.people * Math.min(size.scans, size.people - 1));
      }),
      { numRuns: 40 },
    );
  });

  it('writes, copies and shares only about somebody who was scanned', () => {
    const met = new Set<string>();
    for (const act of crowdScript({ people: 30, arrival: 60, mingling: 900, scans: 9 }, seededRandom('x'))) {
      if (act.act === 'arrive') continue;
      const pair = [act.who, act.other].sort((a, b) => a - b).join();
      if (act.act === 'scan') met.add(pair);
      expect(met.has(pair), `${act.act} ${pair}`).toBe(true);
    }
  });
});
