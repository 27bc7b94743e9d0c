import type { Skeleton } from './construct/skeleton.js';
import type { Roster } from './read/roster.js';
import { NOWHERE, seatRound } from './read/seat-round.js';
import type { Chance } from './search/chance.js';

/**
 * The planned rounds as the skeleton has them, `labels` telling which group has which position, where everything
 * that must hold allows: tables get the names that suit fixed people and seats, and who cannot sit there sits elsewhere.
 */
export function fit(roster: Roster, skeleton: Skeleton, labels: Int32Array, chance: Chance): Int32Array[] {
  const open = Array.from(roster.seats.keys()).filter((table) => (roster.seats[table] as number) > 0);
  return skeleton.rounds.map((round, at) => {
    const names = tableNames(roster, roster.from + at, round, labels, open);
    const hint = new Int32Array(roster.size).fill(NOWHERE);
    labels.forEach((group, position) => {
      for (const person of roster.groups[group] ?? [])
        hint[person] = names[round[position] as number] as number;
    });
    return seatRound(roster, roster.from + at, chance, hint);
  });
}

/** A table of the room for each table of the skeleton: the one fixed for somebody there, else its own number if that has seats enough. */
function tableNames(
  roster: Roster,
  round: number,
  tableOf: Int32Array,
  labels: Int32Array,
  open: readonly number[],
): Int32Array {
  const people = new Int32Array(open.length);
  const names = new Int32Array(open.length).fill(NOWHERE);
  const free = new Set(open);
  labels.forEach((group, position) => {
    const table = tableOf[position] as number;
    const members = roster.groups[group] ?? [];
    people[table] =
      (people[table] as number) +
      members.filter((person) => roster.present[round * roster.size + person] === 1).length;
    const fixed = roster.fixed[group] as number;
    if (names[table] === NOWHERE && free.delete(fixed)) names[table] = fixed;
  });
  const bySize = Array.from(open.keys()).sort((a, b) => (people[b] as number) - (people[a] as number));
  for (const table of bySize) {
    if (names[table] !== NOWHERE) continue;
    const own = open[table] as number;
    const fits = (name: number) => (roster.seats[name] as number) >= (people[table] as number);
    const largest = [...free].reduce((most, name) =>
      (roster.seats[name] as number) > (roster.seats[most] as number) ? name : most,
    );
    const name = free.has(own) && fits(own) ? own : largest;
    free.delete(name);
    names[table] = name;
  }
  return names;
}
