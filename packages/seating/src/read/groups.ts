import type { Person } from '../instance.js';
import { SeatingError } from '../refusal.js';
import type { Roster, Two } from './roster.js';

interface Wanted {
  readonly people: readonly Person[];
  readonly together: readonly Two[];
  readonly apart: readonly Two[];
  /** Table by person, -1: free. */
  readonly wanted: readonly number[];
}

/** Chains pairs of `together` into groups and refuses what contradicts itself whatever the tables are. */
export function groupsOf({
  people,
  together,
  apart,
  wanted,
}: Wanted): Pick<Roster, 'group' | 'groups' | 'fixed'> {
  const root = people.map((_, at) => at);
  const rootOf = (at: number): number => {
    let top = at;
    while (root[top] !== top) top = root[top] as number;
    root[at] = top;
    return top;
  };
  for (const [a, b] of together) root[rootOf(a)] = rootOf(b);

  const numbers = new Map<number, number>();
  const groups: number[][] = [];
  const group = Int32Array.from(people, (_, at) => {
    const top = rootOf(at);
    const number = numbers.get(top) ?? groups.length;
    numbers.set(top, number);
    (groups[number] ??= []).push(at);
    return number;
  });

  const name = (at: number) => `"${people[at]?.id}"`;
  for (const [a, b] of apart)
    if (group[a] === group[b])
      throw new SeatingError('together-and-apart', `${name(a)} and ${name(b)} are both together and apart.`);
  const fixed = Int32Array.from(groups, (members) => {
    const tied = members.filter((at) => wanted[at] !== -1);
    const [first] = tied;
    if (first === undefined) return -1;
    const other = tied.find((at) => wanted[at] !== wanted[first]);
    if (other !== undefined)
      throw new SeatingError(
        'together-at-different-tables',
        `${name(first)} and ${name(other)} are together but fixed at different tables.`,
      );
    return wanted[first] as number;
  });
  return { group, groups, fixed };
}
