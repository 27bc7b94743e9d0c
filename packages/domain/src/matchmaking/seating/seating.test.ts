import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seatingFaults } from './check-seating.js';
import type { SeatingGuest } from './guests.js';
import { type EveningToSeat, seatingInstance } from './instance.js';
import { meetingsOf, ownRounds, pairName, seatingChanges } from './rounds.js';
import {
  FLOOR,
  rowsOfTables,
  type SeatingSetup,
  type SeatingTable,
  seatsAlike,
  seatsMissing,
} from './setup.js';

function guest(id: string, change: Partial<SeatingGuest> = {}): SeatingGuest {
  return {
    id,
    accompanies: null,
    sector: 'association',
    side: 'community',
    affiliation: '',
    offers: [],
    needs: [],
    needsAccess: false,
    coming: true,
    present: false,
    ...change,
  };
}

function table(id: string, change: Partial<SeatingTable> = {}): SeatingTable {
  return { id, name: id, seats: 2, accessible: false, x: 0, y: 0, ...change };
}

const SETUP: SeatingSetup = {
  tables: [table('t1'), table('t2')],
  rounds: 2,
  aim: 'mix-sectors',
  crowd: 'coming',
  countsEncounters: false,
  together: [],
  apart: [],
  locks: {},
  aside: [],
};

function evening(change: Partial<EveningToSeat> = {}, setup: Partial<SeatingSetup> = {}): EveningToSeat {
  return {
    guests: ['a', 'b', 'c', 'd'].map((id) => guest(id)),
    encounters: [],
    held: [],
    ...change,
    setup: { ...SETUP, ...setup },
  };
}

const asked = (...of: Parameters<typeof evening>) => seatingInstance(evening(...of)).instance;

describe('what the planner is asked', () => {
  it('seats whoever is coming or, once the door has been busy, whoever is here; nobody set aside', () => {
    const guests = [guest('a', { present: true }), guest('b'), guest('c', { coming: false, present: true })];
    const ids = (setup: Partial<SeatingSetup>) => asked({ guests }, setup).people.map(({ id }) => id);
    expect(ids({})).toEqual(['a', 'b']);
    expect(ids({ crowd: 'present' })).toEqual(['a', 'c']);
    expect(ids({ aside: ['b'] })).toEqual(['a']);
  });

  it('keeps support persons and children with those they came with (rule 6)', () => {
    const guests = [guest('a'), guest('b', { accompanies: 'a' }), guest('c', { accompanies: 'gone' })];
    expect(asked({ guests }).together).toEqual([['a', 'b']]);
  });

  it('mixes sectors, lets wishes lead, or mixes communities, by the choice', () => {
    const guests = [
      guest('a', { affiliation: 'marttayhdistys', needs: ['tila'], offers: ['kahvi'] }),
      guest('b', { affiliation: 'marttayhdistys', offers: ['tila'] }),
      guest('c', { sector: 'company', side: 'business', needs: ['tila'] }),
    ];
    const people = (aim: SeatingSetup['aim']) => asked({ guests }, { aim }).people;
    expect(people('mix-sectors').map(({ sector }) => sector)).toEqual([
      'association',
      'association',
      'company',
    ]);
    expect(people('mix-sectors').flatMap(({ wishes }) => wishes ?? [])).toEqual([]);
    expect(people('meet-wishes').map(({ wishes }) => wishes)).toEqual([['b'], [], ['b']]);
    expect(new Set(people('meet-wishes').map(({ sector }) => sector)).size).toBe(3);
    expect(people('meet-new').map(({ sector }) => sector)).toEqual([
      'from marttayhdistys',
      'from marttayhdistys',
      'c',
    ]);
  });

  it('counts who met in the bingo as met only if wished', () => {
    const encounters = [['a', 'b'] as const, ['a', 'stranger'] as const];
    expect(asked({ encounters }).met).toEqual([]);
    expect(asked({ encounters }, { countsEncounters: true }).met).toEqual([['a', 'b']]);
  });

  it('keeps the past, without those whose data is gone, and lets who left be absent from then on', () => {
    const held = [{ t1: ['a', 'erased'], t2: ['b', 'c'] }];
    const guests = [guest('a'), guest('b', { coming: false }), guest('c'), guest('late')];
    const instance = asked({ guests, held }, { rounds: 3 });
    expect(instance.played).toEqual([{ t1: ['a'], t2: ['b', 'c'] }]);
    expect(instance.people.map(({ id }) => id)).toEqual(['a', 'c', 'late', 'b']);
    expect(instance.absent).toEqual({ b: [2, 3] });
  });

  it('locks people at their tables, but not at one that was taken away', () => {
    const tables = [table('t1'), table('t2', { seats: 0 })];
    const fixed = asked({}, { tables, locks: { a: 't1', b: 't2', stranger: 't1' } }).people;
    expect(fixed.map(({ fixedTable }) => fixedTable)).toEqual(['t1', undefined, undefined, undefined]);
  });
});

describe('accessible seats', () => {
  const needy = (id: string, change: Partial<SeatingGuest> = {}) =>
    guest(id, { needsAccess: true, ...change });

  it('go to whoever told of needs and their company, spread over the tables', () => {
    const tables = [table('t1', { accessible: true }), table('t2', { accessible: true }), table('t3')];
    const guests = [needy('a'), guest('b', { accompanies: 'a' }), needy('c'), guest('d')];
    const { people } = asked({ guests }, { tables });
    expect(people.map(({ fixedTable }) => fixedTable)).toEqual(['t1', 't1', 't2', undefined]);
  });

  it('are counted as missing where there are too few', () => {
    const tables = [table('t1', { accessible: true }), table('t2', { seats: 9 })];
    const guests = [needy('a'), needy('b'), needy('c')];
    expect(seatingInstance(evening({ guests }, { tables })).withoutAccessibleSeat).toBe(1);
  });

  it('are never more than a table has, and never beside somebody to be kept apart from', () => {
    const ids = Array.from({ length: 12 }, (_, at) => `p${at}`);
    const pair = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids));
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
        fc.array(fc.record({ seats: fc.integer({ min: 0, max: 5 }), accessible: fc.boolean() }), {
          minLength: 1,
        }),
        fc.array(pair, { maxLength: 5 }),
        fc.array(pair, { maxLength: 5 }),
        (needs, rooms, together, apart) => {
          const tables = rooms.map((room, at) => table(`t${at}`, room));
          const guests = ids.map((id, at) => guest(id, { needsAccess: needs[at] ?? false }));
          const { people } = asked({ guests }, { tables, together, apart });
          const at = new Map(people.map(({ id, fixedTable }) => [id, fixedTable]));
          for (const { id, seats, accessible } of tables) {
            const here = people.filter(({ fixedTable }) => fixedTable === id).length;
            expect(here).toBeLessThanOrEqual(accessible ? seats : 0);
          }
          const company = new Map(ids.map((id) => [id, new Set([id])]));
          for (const [one, other] of together) {
            const all = new Set([...(company.get(one) ?? []), ...(company.get(other) ?? [])]);
            for (const id of all) company.set(id, all);
          }
          for (const [one, other] of apart)
            if (at.get(one) !== undefined && !company.get(one)?.has(other))
              expect(at.get(one)).not.toBe(at.get(other));
        },
      ),
    );
  });
});

describe('the check of a plan', () => {
  const setup = { together: [['a', 'b']] as const, apart: [['a', 'c']] as const, locks: { d: 't2' } };
  const instance = asked({ held: [{ t1: ['a', 'b'], t2: ['c'] }] }, setup);
  const past = { t1: ['a', 'b'], t2: ['c'] };

  it('finds nothing wrong with a right one, in whatever order it is told', () => {
    expect(seatingFaults(instance, [past, { t2: ['d', 'c'], t1: ['b', 'a'] }])).toEqual([]);
    expect(
      seatingFaults(instance, [
        { t2: ['c'], t1: ['b', 'a'] },
        { t1: ['a', 'b'], t2: ['c', 'd'] },
      ]),
    ).toEqual([]);
  });

  it.each([
    ['rounds-missing', [past]],
    [
      'past-changed',
      [
        { t1: ['a', 'c'], t2: ['b'] },
        { t1: ['a', 'b'], t2: ['c', 'd'] },
      ],
    ],
    ['unknown-table', [past, { t1: ['a', 'b'], t2: ['d'], t9: ['c'] }]],
    ['over-seats', [past, { t1: ['a', 'b'], t2: ['c', 'd', 'c'] }]],
    ['seated-twice', [past, { t1: ['a', 'b'], t2: ['c', 'd', 'c'] }]],
    ['seated-though-away', [past, { t1: ['a', 'b'], t2: ['stranger', 'd'] }]],
    ['not-seated', [past, { t1: ['a', 'b'], t2: ['d'] }]],
    ['not-at-own-table', [past, { t1: ['d', 'c'], t2: ['a', 'b'] }]],
    ['not-together', [past, { t1: ['a'], t2: ['b', 'd'] }]],
    ['not-apart', [past, { t1: ['a', 'c'], t2: ['b', 'd'] }]],
  ] as const)('finds %s', (fault, rounds) => {
    expect(seatingFaults(instance, rounds)).toContain(fault);
  });
});

describe('what people see of it', () => {
  const rounds = [
    { t1: ['a', 'b'], t2: ['c', 'd'] },
    { t1: ['a', 'c'], t2: ['b'] },
  ];

  it('is each one’s way through the rounds', () => {
    expect(ownRounds(rounds, 'd')).toEqual([{ round: 1, table: 't2', with: ['c'] }]);
    expect(ownRounds(rounds, 'a').map((own) => own.with)).toEqual([['b'], ['c']]);
    expect(ownRounds(rounds, 'stranger')).toEqual([]);
  });

  it('is who meets whom how often', () => {
    expect(meetingsOf([...rounds, { t1: ['b', 'a'] }])).toEqual(
      new Map([
        [pairName('a', 'b'), 2],
        [pairName('c', 'd'), 1],
        [pairName('a', 'c'), 1],
      ]),
    );
  });

  it('tells walk-ins and no-shows of the rounds to come, never of those that were', () => {
    expect(seatingChanges(rounds, 0, ['a', 'b', 'c', 'd'])).toEqual({ unseated: ['d'], missing: [] });
    expect(seatingChanges(rounds, 1, ['a', 'b', 'late'])).toEqual({ unseated: ['late'], missing: ['c'] });
    expect(seatingChanges(rounds, 2, ['a', 'late'])).toEqual({ unseated: [], missing: [] });
  });

  it('fits on the floor: tables made at once stand apart from each other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (count) => {
        const places = rowsOfTables(count);
        expect(places).toHaveLength(count);
        if (count <= 60) expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(count);
        expect(places.every(({ x, y }) => x >= 0 && x <= FLOOR.width && y >= 0 && y <= FLOOR.depth)).toBe(
          true,
        );
      }),
    );
  });

  it('is another one when a wish has changed, not when a table has moved', () => {
    const moved = {
      ...SETUP,
      tables: SETUP.tables.map((one) => ({ ...one, name: 'Ikkuna', x: 9 })).toReversed(),
    };
    expect(seatsAlike(SETUP, moved)).toBe(true);
    expect(seatsAlike(SETUP, { ...SETUP, tables: [...SETUP.tables, table('t3', { seats: 0 })] })).toBe(true);
    expect(seatsAlike({ ...SETUP, apart: [['a', 'b']] }, { ...SETUP, apart: [['b', 'a']] })).toBe(true);
    const others: Partial<SeatingSetup>[] = [
      { tables: [table('t1')] },
      { rounds: 3 },
      { aim: 'meet-new' },
      { crowd: 'present' },
      { countsEncounters: true },
      { together: [['a', 'b']] },
      { apart: [['a', 'b']] },
      { locks: { a: 't1' } },
      { aside: ['a'] },
    ];
    for (const change of others) expect(seatsAlike(SETUP, { ...SETUP, ...change })).toBe(false);
  });

  it('says how many seats are missing', () => {
    expect(seatsMissing([{ seats: 6 }, { seats: 2 }], 9)).toBe(1);
    expect(seatsMissing([{ seats: 6 }], 2)).toBe(0);
  });
});
