import type { Instance, Pair, Round } from '../instance.js';
import { SeatingError } from '../refusal.js';
import { groupsOf } from './groups.js';

/** Two people by number. */
export type Two = readonly [number, number];

/** The instance with numbers for ids, so that searches run on typed arrays. */
export interface Roster {
  readonly instance: Instance;
  /** How many people. */
  readonly size: number;
  /** How many tables. */
  readonly tables: number;
  /** Seats by table; never more than there are people. */
  readonly seats: Int32Array;
  readonly rounds: number;
  /** How many of the rounds are played; those planned have the numbers from here on, counted from 0. */
  readonly from: number;
  readonly sector: Int32Array;
  readonly side: Int32Array;
  /** -1: none told. */
  readonly affiliation: Int32Array;
  /** Everybody is in exactly one group, most people in one of their own. */
  readonly group: Int32Array;
  readonly groups: readonly (readonly number[])[];
  /** Table by group, -1: free. */
  readonly fixed: Int32Array;
  /** 1 where the person is there: round * size + person. In played rounds it tells who sat. */
  readonly present: Uint8Array;
  /** Table of the played rounds: round * size + person, -1: not there. */
  readonly past: Int32Array;
  readonly together: readonly Two[];
  readonly apart: readonly Two[];
  readonly met: readonly Two[];
  /** Directed: the first would like to meet the second. No wish twice. */
  readonly wishes: readonly Two[];
}

/** Compiles an instance whose form is right. Throws `SeatingError` for ids and rounds that lead nowhere and for contradictions. */
export function rosterOf(instance: Instance): Roster {
  const { people, tables, rounds } = instance;
  const size = people.length;
  const numbers = new Map(people.map(({ id }, at) => [id, at]));
  const tableNumbers = new Map(tables.map(({ id }, at) => [id, at]));
  const person = (id: string) => known(numbers, id, 'unknown-person', 'person');
  const table = (id: string) => known(tableNumbers, id, 'unknown-table', 'table');
  const pairs = (list: readonly Pair[] | undefined, key: string) => distinctPairs(list ?? [], person, key);

  const played = instance.played ?? [];
  if (played.length > rounds)
    throw new SeatingError(
      'too-many-played-rounds',
      `${played.length} rounds are played, the evening has ${rounds}.`,
    );
  const past = pastTables(played, size, person, table);
  const present = new Uint8Array(rounds * size).fill(1);
  for (let at = 0; at < past.length; at += 1) present[at] = past[at] === -1 ? 0 : 1;
  for (const [id, numbersOfRounds] of Object.entries(instance.absent ?? {})) {
    const absentee = person(id);
    for (const round of numbersOfRounds) {
      if (round > rounds)
        throw new SeatingError('unknown-round', `"${id}" is absent in round ${round} of ${rounds}.`, round);
      if (round > played.length) present[(round - 1) * size + absentee] = 0;
    }
  }

  const together = pairs(instance.together, 'together');
  const apart = pairs(instance.apart, 'apart');
  const wanted = people.map(({ fixedTable }) => (typeof fixedTable === 'string' ? table(fixedTable) : -1));
  return {
    instance,
    size,
    tables: tables.length,
    seats: Int32Array.from(tables, ({ seats }) => Math.min(seats, size)),
    rounds,
    from: played.length,
    sector: classes(people.map(({ sector }) => sector)),
    side: classes(people.map(({ side }) => side)),
    affiliation: classes(people.map(({ affiliation }) => affiliation)),
    ...groupsOf({ people, together, apart, wanted }),
    present,
    past,
    together,
    apart,
    met: pairs(instance.met, 'met'),
    wishes: people.flatMap(({ id, wishes }, from) =>
      [...new Set(wishes ?? [])].map((wished): Two => {
        if (wished === id) throw new SeatingError('same-person-twice', `"${id}" wishes to meet "${id}".`);
        return [from, person(wished)];
      }),
    ),
  };
}

function known(
  numbers: ReadonlyMap<string, number>,
  id: string,
  code: 'unknown-person' | 'unknown-table',
  noun: string,
): number {
  const number = numbers.get(id);
  if (number === undefined) throw new SeatingError(code, `There is no ${noun} "${id}".`);
  return number;
}

function distinctPairs(list: readonly Pair[], person: (id: string) => number, key: string): Two[] {
  const seen = new Set<string>();
  return list.flatMap(([one, other]) => {
    const a = person(one);
    const b = person(other);
    if (a === b) throw new SeatingError('same-person-twice', `A pair of ${key} is twice "${one}".`);
    const name = a < b ? `${a},${b}` : `${b},${a}`;
    if (seen.has(name)) return [];
    seen.add(name);
    return [[a, b] as const];
  });
}

function pastTables(
  played: readonly Round[],
  size: number,
  person: (id: string) => number,
  table: (id: string) => number,
): Int32Array {
  const past = new Int32Array(played.length * size).fill(-1);
  played.forEach((round, number) => {
    for (const [tableId, ids] of Object.entries(round)) {
      const at = table(tableId);
      for (const id of ids) {
        const cell = number * size + person(id);
        if (past[cell] !== -1)
          throw new SeatingError(
            'same-person-twice',
            `"${id}" sits twice in played round ${number + 1}.`,
            number + 1,
          );
        past[cell] = at;
      }
    }
  });
  return past;
}

/** Numbers for equal texts; -1 for none. */
function classes(texts: readonly (string | undefined)[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(texts, (text) => {
    if (typeof text !== 'string') return -1;
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  });
}
