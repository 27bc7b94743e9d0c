import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSkeleton } from '../find-skeleton.js';
import { Chance } from '../search/chance.js';
import { affineSpace } from './affine-space.js';
import { closedForm } from './closed-form.js';
import { cyclicSearch } from './cyclic-search.js';
import { differenceSearch } from './difference-search.js';
import { finiteField } from './finite-field.js';
import { orthogonalSquares } from './orthogonal-squares.js';
import { primeField } from './prime-field.js';
import { roundRobin } from './round-robin.js';
import { dropTo, type Skeleton } from './skeleton.js';

/** How often two positions meet at most, and the smallest and largest table. */
function judge(skeleton: Skeleton) {
  const met = new Map<string, number>();
  let smallest = Infinity;
  let largest = 0;
  for (const round of skeleton.rounds) {
    expect(round.length).toBe(skeleton.positions);
    for (let table = 0; table < skeleton.tables; table += 1) {
      const seated = [...round.keys()].filter((position) => round[position] === table);
      smallest = Math.min(smallest, seated.length);
      largest = Math.max(largest, seated.length);
      for (const a of seated)
        for (const b of seated) if (a < b) met.set(`${a} ${b}`, (met.get(`${a} ${b}`) ?? 0) + 1);
    }
  }
  return { smallest, largest, twice: [...met.values()].filter((times) => times > 1).length };
}

const perfect = (size: number) => ({ smallest: size, largest: size, twice: 0 });
const rooms = fc.record({
  tables: fc.integer({ min: 1, max: 17 }),
  size: fc.integer({ min: 1, max: 9 }),
  rounds: fc.integer({ min: 1, max: 12 }),
});

describe.each([
  ['closed form', closedForm],
  ['prime field', primeField],
  ['affine space', affineSpace],
  ['round robin', roundRobin],
])('%s', (_, method) => {
  it('gives as many rounds as asked for, in which nobody meets twice, or nothing', () => {
    fc.assert(
      fc.property(rooms, (wanted) => {
        const skeleton = method(wanted);
        if (!skeleton) return;
        expect(skeleton.rounds.length).toBe(wanted.rounds);
        expect(judge(skeleton)).toEqual(perfect(wanted.size));
      }),
      { numRuns: 300 },
    );
  });
});

it.each([
  ['closed form', closedForm, 50, 6, 5],
  ['prime field', primeField, 8, 8, 9],
  ['prime field', primeField, 9, 9, 10],
  ['product of prime fields', primeField, 12, 3, 4],
  ['product of prime fields', primeField, 20, 4, 5],
  ['affine space', affineSpace, 9, 3, 13],
  ['affine space', affineSpace, 16, 4, 21],
  ['round robin', roundRobin, 5, 2, 9],
  ['orthogonal squares', orthogonalSquares, 10, 10, 4],
  ['orthogonal squares', orthogonalSquares, 22, 22, 4],
])('%s: %o seats %i tables of %i for %i rounds', (name, method, tables, size, rounds) => {
  const skeleton = method({ tables, size, rounds });
  expect(skeleton?.method).toBe(name);
  expect(skeleton && judge(skeleton)).toEqual(perfect(size));
});

it.each([
  [differenceSearch, 6, 4, 5],
  [differenceSearch, 10, 8, 4],
  [differenceSearch, 20, 5, 6],
  [differenceSearch, 14, 7, 5],
  [cyclicSearch, 5, 3, 7],
  [cyclicSearch, 5, 4, 5],
])('%o finds %i tables of %i for %i rounds', (search, tables, size, rounds) => {
  const skeleton = search({ tables, size, rounds }, new Chance(1));
  expect(skeleton?.rounds.length).toBe(rounds);
  expect(skeleton && judge(skeleton)).toEqual(perfect(size));
});

it('does not find what cannot be', () => {
  expect(orthogonalSquares({ tables: 6, size: 6, rounds: 4 })).toBeUndefined();
  expect(primeField({ tables: 6, size: 6, rounds: 4 })).toBeUndefined();
  expect(differenceSearch({ tables: 6, size: 6, rounds: 4 }, new Chance(1))).toBeUndefined();
  expect(cyclicSearch({ tables: 4, size: 3, rounds: 5 }, new Chance(1))).toBeUndefined();
});

it.each([2, 3, 4, 5, 7, 8, 9, 16, 25, 27, 49])('GF(%i) is a field', (order) => {
  const field = finiteField(order);
  if (!field) throw new Error('There is a field of this order.');
  const { add, multiply } = field;
  const elements = Array.from({ length: order }, (_, at) => at);
  for (const a of elements) {
    expect(new Set(elements.map((b) => add(a, b))).size).toBe(order);
    if (a !== 0) expect(new Set(elements.map((b) => multiply(a, b))).size).toBe(order);
    expect([add(a, 0), multiply(a, 1), multiply(a, 0)]).toEqual([a, a, 0]);
  }
  const element = fc.integer({ min: 0, max: order - 1 });
  fc.assert(
    fc.property(element, element, element, (a, b, c) => {
      expect(multiply(a, add(b, c))).toBe(add(multiply(a, b), multiply(a, c)));
      expect(multiply(multiply(a, b), c)).toBe(multiply(a, multiply(b, c)));
    }),
  );
});

it.each([1, 6, 10, 12, 15])('there is no GF(%i)', (order) => {
  expect(finiteField(order)).toBeUndefined();
});

it('leaves out only positions that never meet', () => {
  const whole = closedForm({ tables: 13, size: 7, rounds: 3 });
  const fewer = whole && dropTo(whole, 85);
  expect(fewer && judge(fewer)).toEqual({ smallest: 6, largest: 7, twice: 0 });
  expect(whole && dropTo(whole, 60)).toBeUndefined();
});

it('finds a skeleton with even tables for every room', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 5 }),
      (people, tables, rounds) => {
        const skeleton = findSkeleton(people, tables, rounds, new Chance(1));
        if (!skeleton) throw new Error('Twins always fit.');
        const { smallest, largest } = judge(skeleton);
        expect(largest - smallest).toBeLessThanOrEqual(1);
        expect([skeleton.rounds.length, skeleton.positions]).toEqual([rounds, people]);
      },
    ),
    { numRuns: 40 },
  );
});
