import type { Instance, Plan } from '@hillo/seating';

/** People, tables and rounds. */
export type Room = readonly [people: number, tables: number, rounds: number];

/** The rooms that every tool of this kind is compared on, and two tight ones. */
export const NINE: readonly Room[] = [
  [24, 6, 5],
  [32, 8, 8],
  [40, 8, 6],
  [80, 10, 4],
  [85, 13, 4],
  [100, 20, 6],
  [300, 50, 5],
  [60, 8, 4],
  [64, 8, 5],
];

/** With the fewest further meetings that pigeonholes allow, a pair that shares m tables counted m (m - 1) / 2 times. */
export const FEWER_TABLES: readonly (readonly [room: Room, meetings: number])[] = [
  [[40, 5, 4], 90],
  [[56, 7, 4], 42],
  [[70, 7, 5], 210],
];

export const PERFECT: readonly Room[] = [
  [15, 5, 7],
  [28, 7, 9],
  [27, 9, 13],
  [32, 8, 9],
];

export const MIXED: readonly Room[] = [
  [60, 8, 4],
  [64, 8, 5],
  [85, 13, 4],
  [40, 8, 4],
  [100, 20, 6],
  [300, 50, 5],
];

export const LARGE: readonly Room[] = [
  [1000, 125, 6],
  [5000, 625, 8],
];

/** 24 to 120 people by twelves, tables of 4 to 10 of which there are at least as many, 3 to 6 rounds, where counting allows 0 repeats. */
export function grid(): Room[] {
  const rooms: Room[] = [];
  for (let people = 24; people <= 120; people += 12)
    for (let size = 4; size <= 10; size += 1)
      for (let rounds = 3; rounds <= 6; rounds += 1) {
        const tables = Math.ceil(people / size);
        if (tables >= size && rounds * (size - 1) <= people - 1) rooms.push([people, tables, rounds]);
      }
  return rooms;
}

export function named([people, tables, rounds]: Room): string {
  const size = Math.ceil(people / tables);
  return `${people} at ${tables} of ${people % tables === 0 ? size : `${size - 1}–${size}`}, ${rounds} rounds`;
}

/** Everybody of one sector and without wishes: only meeting again counts. */
export function plainInstance([people, tables, rounds]: Room): Instance {
  return {
    people: Array.from({ length: people }, (_, at) => ({ id: `p${at}`, sector: 'one', side: 'one' })),
    tables: Array.from({ length: tables }, (_, at) => ({ id: `t${at}`, seats: Math.ceil(people / tables) })),
    rounds,
  };
}

const SECTOR_SHARES = [0.25, 0.2, 0.15, 0.12, 0.1, 0.08, 0.06, 0.04];

/** Eight sectors of very different sizes; three wishes each (five for 100 people), a quarter of them for a popular tenth. */
export function mixedInstance(room: Room): Instance {
  const [people] = room;
  const chance = lehmer(people);
  const ids = Array.from({ length: people }, (_, at) => `p${at}`);
  const popular = Math.ceil(people / 10);
  const sectorOf = () => {
    let share = chance();
    return `s${Math.max(
      0,
      SECTOR_SHARES.findIndex((one) => (share -= one) < 0),
    )}`;
  };
  const plain = plainInstance(room);
  return {
    ...plain,
    people: plain.people.map((person) => {
      const wishes = new Set<string>();
      while (wishes.size < (people === 100 ? 5 : 3)) {
        const wished = ids[Math.floor(chance() * (chance() < 0.25 ? popular : people))];
        if (wished !== undefined && wished !== person.id) wishes.add(wished);
      }
      return { ...person, sector: sectorOf(), wishes: [...wishes] };
    }),
  };
}

/** The "minimal standard" generator of Park and Miller: enough for invented people. */
export function lehmer(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** How often each pair shares a table: counted here, not believed. */
function meetings(rounds: Plan['rounds']): number[] {
  const shared = new Map<string, number>();
  for (const round of rounds)
    for (const ids of Object.values(round))
      for (const [at, one] of ids.entries())
        for (const other of ids.slice(at + 1)) {
          const pair = one < other ? `${one} ${other}` : `${other} ${one}`;
          shared.set(pair, (shared.get(pair) ?? 0) + 1);
        }
  return [...shared.values()];
}

export function repeats(rounds: Plan['rounds']): number {
  return meetings(rounds).filter((times) => times > 1).length;
}

export function furtherMeetings(rounds: Plan['rounds']): number {
  return meetings(rounds).reduce((sum, times) => sum + (times * (times - 1)) / 2, 0);
}
