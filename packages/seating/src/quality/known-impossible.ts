import { NOWHERE } from '../read/seat-round.js';
import type { Roster } from '../read/roster.js';

/** Full rooms of which it is proven, beyond counting, that from so many rounds on somebody meets again. */
const ROOMS = [
  // No two orthogonal Latin squares of order 6: G. Tarry, C. R. Assoc. Franc. Av. Sci. 29 (1900) 170-203.
  { tables: 6, size: 6, rounds: 4 },
  // No nearly Kirkman triple system of order 12: A. Kotzig, A. Rosa, Proc. 5th Southeastern Conf. (1974) 607-614.
  { tables: 4, size: 3, rounds: 5 },
  // No resolvable group divisible design of block size 4 and type 2^10: Handbook of Combinatorial Designs, IV.5.4.
  { tables: 5, size: 4, rounds: 6 },
];

/** Whether the evening is one of those rooms: everybody there, nothing tied, all tables equally full. */
export function isKnownImpossible(roster: Roster): boolean {
  const { size, seats, rounds, from, present, groups, fixed } = roster;
  const tables = seats.filter((most) => most > 0);
  const room = ROOMS.find((one) => one.tables === tables.length && one.size * one.tables === size);
  return (
    room !== undefined &&
    rounds - from >= room.rounds &&
    tables.every((most) => most >= room.size) &&
    groups.length === size &&
    fixed.every((table) => table === NOWHERE) &&
    present.subarray(from * size).every((there) => there === 1)
  );
}
