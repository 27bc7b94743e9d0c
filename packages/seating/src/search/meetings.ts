import type { Roster } from '../read/roster.js';

/** The low bits of a pair's cell count how often the two have met; the high bits tell what is special about them. */
export const MEETINGS = 0x3ff;
/** They have met elsewhere: one of the meetings is at no table. */
export const MET = 0x400;
/** One would like to meet the other, or has what the other needs. */
export const LINKED = 0x800;
/** One group: meeting is free. */
export const GROUPED = 0x1000;
export const APART = 0x2000;

/**
 * Who has met whom how often: `size` times `size` cells of 16 bits, symmetric. Holds what is so before the first
 * planned round: meetings elsewhere and in played rounds.
 */
export function meetingsBefore(roster: Roster): Uint16Array {
  const { size } = roster;
  const cells = new Uint16Array(size * size);
  const both = (a: number, b: number, change: (cell: number) => number) => {
    cells[a * size + b] = change(cells[a * size + b] as number);
    cells[b * size + a] = change(cells[b * size + a] as number);
  };
  for (const [a, b] of roster.met) both(a, b, (cell) => (cell + 1) | MET);
  for (const [a, b] of roster.apart) both(a, b, (cell) => cell | APART);
  for (const members of roster.groups)
    for (const a of members) for (const b of members) if (a < b) both(a, b, (cell) => cell | GROUPED);
  for (let round = 0; round < roster.from; round += 1)
    for (const seated of pastTablesOf(roster, round))
      for (const a of seated) for (const b of seated) if (a < b) both(a, b, (cell) => cell + 1);
  return cells;
}

/** The people of each table of a played round. */
export function pastTablesOf(roster: Roster, round: number): number[][] {
  const tables: number[][] = Array.from({ length: roster.tables }, () => []);
  for (let person = 0; person < roster.size; person += 1) {
    const table = roster.past[round * roster.size + person] as number;
    if (table !== -1) tables[table]?.push(person);
  }
  return tables;
}
