import { fromDifferences, type Skeleton, type Wanted } from './skeleton.js';

/**
 * Round k moves column i by k * i tables. While (size - 1) * (rounds - 1) < tables, two rounds move no two columns
 * by the same difference: it is less than one turn around the room. Any size at once, O(people * rounds).
 * Source: the cyclic difference matrix of R. C. Bose, K. A. Bush, Ann. Math. Stat. 23 (1952) 508-524, kept below one turn.
 */
export function closedForm(wanted: Wanted): Skeleton | undefined {
  const { tables, size, rounds } = wanted;
  if ((size - 1) * (rounds - 1) >= tables) return undefined;
  return fromDifferences(
    wanted,
    'closed form',
    (round, column) => round * column,
    (a, b) => (a + b) % tables,
  );
}
