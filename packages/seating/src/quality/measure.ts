import type { Quality } from '../instance.js';
import { NOWHERE } from '../read/seat-round.js';
import type { Roster } from '../read/roster.js';

type Counted = Pick<Quality, 'repeats' | 'sameSector' | 'wishesMet' | 'wishesTotal' | 'together' | 'apart'>;

/** Counts the figures of a whole evening: `rounds` holds table by person for every round, played ones included. */
export function measure(roster: Roster, rounds: readonly Int32Array[]): Counted {
  const { size, sector, group } = roster;
  const meetings = new Uint16Array(size * size);
  const pair = (a: number, b: number) => (a < b ? a * size + b : b * size + a);
  let sameSector = 0;
  for (const round of rounds)
    for (const seated of tablesOf(round, roster.tables))
      for (const [at, a] of seated.entries())
        for (let before = 0; before < at; before += 1) {
          const b = seated[before] as number;
          meetings[b * size + a] = (meetings[b * size + a] as number) + 1;
          if (sector[a] === sector[b]) sameSector += 1;
        }

  const share = ([a, b]: readonly [number, number]) => (meetings[pair(a, b)] as number) > 0;
  const wishesMet = roster.wishes.filter(share).length;
  const apart = roster.apart.filter((two) => !share(two)).length;
  const together = roster.together.filter(([a, b]) =>
    rounds.every((round) => round[a] === NOWHERE || round[b] === NOWHERE || round[a] === round[b]),
  ).length;

  for (const [a, b] of roster.met) meetings[pair(a, b)] = (meetings[pair(a, b)] as number) + 1;
  let repeats = 0;
  for (let a = 0; a < size; a += 1)
    for (let b = a + 1; b < size; b += 1)
      if ((meetings[a * size + b] as number) > 1 && group[a] !== group[b]) repeats += 1;
  return { repeats, sameSector, wishesMet, wishesTotal: roster.wishes.length, together, apart };
}

/** People by table; in order of their numbers, so that of two at a table the earlier one has the smaller number. */
export function tablesOf(round: Int32Array, tables: number): number[][] {
  const seated: number[][] = Array.from({ length: tables }, () => []);
  round.forEach((table, person) => {
    if (table !== NOWHERE) seated[table]?.push(person);
  });
  return seated;
}
