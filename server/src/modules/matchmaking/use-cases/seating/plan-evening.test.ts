import {
  SEATING_AIMS,
  type SeatingGuest,
  seatingFaults,
  type SeatingInstance,
  seatingInstance,
  type SeatingRound,
} from '@hillo/domain/matchmaking';
import { planAtOnce, SeatingError } from '@hillo/seating';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const people = Array.from({ length: 14 }, (_, at) => `p${at}`);
const pair = fc.tuple(fc.constantFrom(...people), fc.constantFrom(...people));
const sectors = ['association', 'municipality', 'company'] as const;

const guests = fc.array(
  fc.record({
    sector: fc.constantFrom(...sectors),
    companion: fc.boolean(),
    needsAccess: fc.boolean(),
    coming: fc.boolean(),
    present: fc.boolean(),
  }),
  { minLength: people.length, maxLength: people.length },
);

const wishes = fc.record({
  tables: fc.array(fc.record({ seats: fc.integer({ min: 0, max: 6 }), accessible: fc.boolean() }), {
    minLength: 2,
    maxLength: 6,
  }),
  rounds: fc.integer({ min: 2, max: 4 }),
  aim: fc.constantFrom(...SEATING_AIMS),
  together: fc.array(pair, { maxLength: 2 }),
  apart: fc.array(pair, { maxLength: 3 }),
  locked: fc.array(fc.constantFrom(...people), { maxLength: 2 }),
  aside: fc.array(fc.constantFrom(...people), { maxLength: 3 }),
});

/** The planner's plan, or undefined where it says why there is none. */
function planned(instance: SeatingInstance): readonly SeatingRound[] | undefined {
  try {
    return planAtOnce(instance, { timeLimitMs: 20 }).rounds;
  } catch (error) {
    if (error instanceof SeatingError) return undefined;
    throw error;
  }
}

it('whatever an evening asks, the planner’s plan passes the check; so does one made anew after a held round', () => {
  let plans = 0;
  fc.assert(
    fc.property(guests, wishes, (told, { tables, locked, ...wished }) => {
      const all = told.map(({ companion, ...guest }, at): SeatingGuest => ({
        ...guest,
        id: people[at] ?? '',
        accompanies: companion && at % 4 === 1 ? (people[at - 1] ?? null) : null,
        side: 'community',
        affiliation: `from ${at % 5}`,
        offers: [`offer ${at % 3}`],
        needs: [`offer ${at % 4}`],
      }));
      const setup = {
        ...wished,
        crowd: 'coming',
        countsEncounters: true,
        tables: tables.map((table, at) => ({ ...table, id: `t${at}`, name: `${at}`, x: 0, y: 0 })),
        locks: Object.fromEntries(locked.map((id, at) => [id, `t${at}`])),
      } as const;
      const encounters = [['p0', 'p1'] as const];
      const { instance } = seatingInstance({ guests: all, setup, encounters, held: [] });
      const rounds = planned(instance);
      if (!rounds) return;
      plans += 1;
      expect(seatingFaults(instance, rounds)).toEqual([]);
      const later = seatingInstance({
        guests: all,
        setup: { ...setup, crowd: 'present' },
        encounters,
        held: rounds.slice(0, 1),
      }).instance;
      const anew = planned(later);
      if (anew) expect(seatingFaults(later, anew)).toEqual([]);
    }),
    { numRuns: 60 },
  );
  expect(plans).toBeGreaterThan(10);
});
