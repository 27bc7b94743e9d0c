import { describe, expect, it } from 'vitest';
import type { Instance } from '../instance.js';
import { planAtOnce } from '../plan.js';
import { REFUSALS, SeatingError } from '../refusal.js';
import { plainRoom } from '../tests/instances.js';

const room = plainRoom(6, 2, 2);
const fixed = (...tables: (string | undefined)[]): Instance['people'] =>
  room.people.map((person, at) => ({ ...person, fixedTable: tables[at] }));
const tablesOf = (...seats: number[]) => seats.map((most, at) => ({ id: `t${at}`, seats: most }));

const impossible: [(typeof REFUSALS)[number], unknown][] = [
  ['malformed', null],
  ['malformed', { ...room, people: undefined }],
  ['malformed', { ...room, people: [{ id: 'p0', sector: 'one' }] }],
  ['malformed', { ...room, tables: [{ id: 't0', seats: 2.5 }] }],
  ['malformed', { ...room, tables: [{ id: 't0', seats: 6, accessible: 'yes' }] }],
  ['malformed', { ...room, rounds: 0 }],
  ['malformed', { ...room, together: [['p0']] }],
  ['malformed', { ...room, absent: { p0: [0] } }],
  ['malformed', { ...room, played: [{ t0: 'p0' }] }],
  ['duplicate-id', { ...room, people: [...room.people, room.people[0]] }],
  ['duplicate-id', { ...room, tables: [...room.tables, room.tables[0]] }],
  ['unknown-person', { ...room, met: [['p0', 'nobody']] }],
  ['unknown-person', { ...room, absent: { nobody: [1] } }],
  ['unknown-person', { ...room, people: room.people.map((one) => ({ ...one, wishes: ['nobody'] })) }],
  ['unknown-table', { ...room, people: fixed('nowhere') }],
  ['unknown-table', { ...room, played: [{ nowhere: ['p0'] }] }],
  ['unknown-round', { ...room, absent: { p0: [3] } }],
  ['same-person-twice', { ...room, apart: [['p0', 'p0']] }],
  ['same-person-twice', { ...room, played: [{ t0: ['p0'], t1: ['p0'] }] }],
  ['same-person-twice', { ...room, people: room.people.map((one) => ({ ...one, wishes: [one.id] })) }],
  ['too-many-played-rounds', { ...room, played: [{}, {}, {}] }],
  ['too-large', { ...room, rounds: 501 }],
  ['too-few-seats', { ...room, tables: tablesOf(3, 2) }],
  ['too-few-seats', { ...room, tables: [] }],
  ['fixed-table-full', { ...room, people: fixed('t0', 't0', 't0', 't0') }],
  [
    'together-larger-than-table',
    {
      ...room,
      together: [
        ['p0', 'p1'],
        ['p1', 'p2'],
        ['p2', 'p3'],
      ],
    },
  ],
  ['together-at-different-tables', { ...room, people: fixed('t0', 't1'), together: [['p0', 'p1']] }],
  [
    'together-and-apart',
    {
      ...room,
      together: [
        ['p0', 'p1'],
        ['p1', 'p2'],
      ],
      apart: [['p2', 'p0']],
    },
  ],
  ['apart-at-same-table', { ...room, people: fixed('t0', 't0'), apart: [['p0', 'p1']] }],
  [
    'groups-do-not-fit',
    {
      ...room,
      together: [
        ['p0', 'p1'],
        ['p2', 'p3'],
        ['p4', 'p5'],
      ],
    },
  ],
  [
    'apart-does-not-fit',
    {
      ...room,
      apart: [
        ['p0', 'p1'],
        ['p1', 'p2'],
        ['p0', 'p2'],
      ],
    },
  ],
];

describe('an instance that cannot be planned', () => {
  it.each(impossible)('is refused: %s (%#)', (code, instance) => {
    let refusal: unknown;
    try {
      planAtOnce(instance as Instance);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(SeatingError);
    expect(refusal).toMatchObject({ code, message: expect.stringMatching(/^[^\n]+\.$/) as string });
  });

  it('names every reason but the one that must never be needed', () => {
    const shown = new Set(impossible.map(([code]) => code));
    expect(REFUSALS.filter((code) => !shown.has(code))).toEqual(['no-seating-found']);
  });
});

describe('an instance at the edge', () => {
  it.each<[string, Partial<Instance>]>([
    ['nobody comes', { people: [] }],
    [
      'a group fills a table',
      {
        together: [
          ['p0', 'p1'],
          ['p1', 'p2'],
        ],
      },
    ],
    [
      'groups uneven the tables',
      {
        tables: tablesOf(4, 4),
        together: [
          ['p0', 'p1'],
          ['p2', 'p3'],
          ['p4', 'p5'],
        ],
      },
    ],
    ['a table is closed', { tables: tablesOf(3, 0, 3) }],
    [
      'a pair that is fixed at one table is never there at once',
      { people: fixed('t0', 't0'), apart: [['p0', 'p1']], absent: { p0: [1], p1: [2] } },
    ],
    ['all rounds are played', { played: [{ t0: ['p0'] }, {}] }],
    [
      'absent fields are null',
      {
        met: null as unknown as undefined,
        people: room.people.map((one) => ({ ...one, fixedTable: null as unknown as undefined })),
      },
    ],
  ])('is planned: %s', (_, change) => {
    const { rounds } = planAtOnce({ ...room, ...change }, { now: () => 0 });
    expect(rounds.length).toBe(2);
  });

  it('keeps table names that objects know by heart', () => {
    const tables = [
      { id: '__proto__', seats: 3 },
      { id: 'constructor', seats: 3 },
    ];
    const { rounds } = planAtOnce({ ...room, tables }, { now: () => 0 });
    expect(rounds.map((round) => Object.keys(round).sort())).toEqual([
      ['__proto__', 'constructor'],
      ['__proto__', 'constructor'],
    ]);
  });
});
