import type { Roster } from '../read/roster.js';
import { NOWHERE } from '../read/seat-round.js';
import type { Chance } from './chance.js';
import type { Aim, Seating } from './seating.js';

/**
 * Tries to move a person's whole group to another table in exchange for as many people there, one fewer if that table
 * has room; they come as single people or as one group of that size. Gives the points of what was done, 0 if nothing.
 */
export function moveBlock(
  roster: Roster,
  seating: Seating,
  aim: Aim,
  round: number,
  person: number,
  table: number,
  temperature: number,
  chance: Chance,
): number {
  const group = roster.group[person] as number;
  if (roster.fixed[group] !== NOWHERE) return 0;
  const { size } = seating;
  const home = seating.tableOf[round * size + person] as number;
  const going = present(roster, seating, round, group);
  const lighter =
    seating.filled(round, home) === seating.filled(round, table) + 1 &&
    seating.filled(round, table) < (roster.seats[table] as number);
  const wanted = lighter && (chance.bits() & 1) === 0 ? going.length - 1 : going.length;
  const coming = choose(roster, seating, round, table, wanted, chance);
  if (!coming) return 0;

  let points = 0;
  const shift = (people: readonly number[], to: number) => {
    for (const one of people) {
      points -= seating.leaveCost(aim, round, one);
      seating.leave(round, one);
    }
    for (const one of people) {
      points += seating.joinCost(aim, round, one, to);
      seating.join(round, one, to);
    }
  };
  // The slots of a table are no more than its seats: whoever comes waits until the others have left.
  const exchange = (out: readonly number[], from: number, back: readonly number[], to: number) => {
    for (const one of back) {
      points -= seating.leaveCost(aim, round, one);
      seating.leave(round, one);
    }
    shift(out, to);
    for (const one of back) {
      points += seating.joinCost(aim, round, one, from);
      seating.join(round, one, from);
    }
  };
  exchange(going, home, coming, table);
  if (points <= 0 || chance.share() < Math.exp(-points / temperature)) return points;
  exchange(going, table, coming, home);
  return 0;
}

function present(roster: Roster, seating: Seating, round: number, group: number): number[] {
  const members = roster.groups[group] ?? [];
  return members.filter((one) => seating.tableOf[round * seating.size + one] !== NOWHERE);
}

/** So many people of a table that may leave it: one group of that size, or single people by chance. */
function choose(
  roster: Roster,
  seating: Seating,
  round: number,
  table: number,
  wanted: number,
  chance: Chance,
): number[] | undefined {
  const place = round * seating.tables + table;
  const first = seating.start[place] as number;
  const seated = Array.from(seating.slots.subarray(first, first + (seating.fill[place] as number)));
  chance.shuffle(seated);
  const chosen: number[] = [];
  for (const one of seated) {
    const group = roster.group[one] as number;
    if (roster.fixed[group] !== NOWHERE) continue;
    const members = present(roster, seating, round, group);
    if (members.length === wanted && wanted > 1) return members;
    if (members.length === 1 && chosen.length < wanted) chosen.push(one);
  }
  return chosen.length === wanted ? chosen : undefined;
}
