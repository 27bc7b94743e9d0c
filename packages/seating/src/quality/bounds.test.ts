import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instance, Plan, Round } from '../instance.js';
import { planAtOnce } from '../plan.js';
import { faultsOf } from '../tests/check-plan.js';
import { plainRoom } from '../tests/instances.js';
import { leastPairs } from './sector-bound.js';

const still = { now: () => 0 };

/** Every seating of six people at two tables of three or three tables of two; how tables are called makes no other one. */
function seatings(tables: number): Round[] {
  const size = 6 / tables;
  const all: Round[] = [];
  const seat = (round: Record<string, string[]>, person: number): void => {
    if (person === 6) {
      all.push(structuredClone(round));
      return;
    }
    for (let table = 0; table < tables; table += 1) {
      const seated = (round[`t${table}`] ??= []);
      if (seated.length === size) continue;
      const opens = seated.length === 0;
      seated.push(`p${person}`);
      seat(round, person + 1);
      seated.pop();
      if (opens) return;
    }
  };
  seat({}, 0);
  return all;
}

const pair = fc
  .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }))
  .filter(([a, b]) => a < b)
  .map(([a, b]): [string, string] => [`p${a}`, `p${b}`]);

/** The least of each figure over all plans, by trying them all with the independent checker. */
function least(instance: Instance): { repeats: number; sameSector: number } {
  const rounds = seatings(instance.tables.length);
  const found = { repeats: Infinity, sameSector: Infinity };
  const quality = {
    repeats: -1,
    repeatsBound: -1,
    sameSector: -1,
    sameSectorBound: 0,
    wishesMet: 0,
    wishesTotal: 0,
    together: 0,
    apart: 0,
    proved: false,
  };
  for (const first of rounds)
    for (const second of rounds) {
      const plan: Plan = { rounds: [first, second], quality, method: '', ms: 0 };
      const faults = faultsOf(instance, plan);
      if (faults.some((fault) => /together|apart$/.test(fault) && fault.startsWith('round'))) continue;
      const figure = (name: string) =>
        Number(faults.find((fault) => fault.startsWith(`${name} is`))?.match(/is (\d+)/)?.[1] ?? 0);
      found.repeats = Math.min(found.repeats, figure('repeats'));
      found.sameSector = Math.min(found.sameSector, figure('sameSector'));
    }
  return found;
}

describe('bounds', () => {
  it('are never above the best of all plans, and the plan is the best of all', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(2, 3),
        fc.array(pair, { maxLength: 3 }),
        fc.array(pair, { maxLength: 1 }),
        fc.array(fc.constantFrom('a', 'b'), { minLength: 6, maxLength: 6 }),
        (tables, met, together, sectors) => {
          const room = plainRoom(6, tables, 2);
          const people = room.people.map((person, at) => ({ ...person, sector: sectors[at] ?? 'a' }));
          const instance = { ...room, people, met, together };
          const { quality } = planAtOnce(instance, still);
          const best = least(instance);
          expect(quality.repeatsBound).toBeLessThanOrEqual(best.repeats);
          expect(quality.sameSectorBound).toBeLessThanOrEqual(best.sameSector);
          expect(quality.repeats).toBe(best.repeats);
        },
      ),
      { numRuns: 12 },
    );
  });

  it.each([
    ['three famous rooms', plainRoom(36, 6, 4), 1],
    ['three famous rooms', plainRoom(12, 4, 5), 1],
    ['three famous rooms', plainRoom(20, 5, 6), 1],
    ['none below them', plainRoom(36, 6, 3), 0],
    ['more rounds than others to meet', plainRoom(4, 2, 5), 2],
    [
      'two fixed at one table',
      { ...plainRoom(8, 4, 2), people: fixedAt(plainRoom(8, 4, 2), ['t1', 't1']) },
      1,
    ],
    ['a meeting elsewhere and one table for all', { ...plainRoom(3, 1, 1), met: [['p0', 'p1']] as const }, 1],
    [
      'one group: its own pairs are free',
      {
        ...plainRoom(3, 1, 4),
        together: [
          ['p0', 'p1'],
          ['p1', 'p2'],
        ] as const,
      },
      0,
    ],
  ])('know %s', (_, instance, bound) => {
    const { quality } = planAtOnce(instance, still);
    expect(quality.repeatsBound).toBe(bound);
    expect(quality.repeats).toBeGreaterThanOrEqual(bound);
  });
});

function fixedAt(room: Instance, tables: readonly string[]): Instance['people'] {
  return room.people.map((person, at) => ({ ...person, fixedTable: tables[at] }));
}

it('spreads people as evenly as places allow', () => {
  expect([leastPairs([9, 9, 9], 5), leastPairs([1, 1, 9], 5), leastPairs([9], 4), leastPairs([], 0)]).toEqual(
    [2, 3, 6, 0],
  );
});
