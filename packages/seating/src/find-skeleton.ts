import { affineSpace } from './construct/affine-space.js';
import { knownBase } from './construct/base-rounds.js';
import { closedForm } from './construct/closed-form.js';
import { cyclicSearch } from './construct/cyclic-search.js';
import { differenceSearch } from './construct/difference-search.js';
import { orthogonalSquares } from './construct/orthogonal-squares.js';
import { primeField } from './construct/prime-field.js';
import { roundRobin } from './construct/round-robin.js';
import { dropTo, type Skeleton, type Wanted } from './construct/skeleton.js';
import { withTwins } from './construct/twins.js';
import type { Chance } from './search/chance.js';

/**
 * A skeleton of so many people at so many tables in which nobody meets twice, or as few pairs as the constructions
 * can do; quick ones first. Undefined when none fits. Its tables differ by at most one in every round.
 */
export function findSkeleton(
  people: number,
  tables: number,
  rounds: number,
  chance: Chance,
): Skeleton | undefined {
  if (people === 0 || tables === 0 || rounds === 0) return undefined;
  const wanted: Wanted = { tables, size: Math.ceil(people / tables), rounds };
  const methods = [
    closedForm,
    primeField,
    roundRobin,
    affineSpace,
    knownBase,
    orthogonalSquares,
    (one: Wanted) => differenceSearch(one, chance),
    (one: Wanted) => cyclicSearch(one, chance),
  ];
  for (const method of methods) {
    const found = method(wanted);
    const fitting = found && dropTo(found, people);
    if (fitting) return fitting;
  }
  return skeletonWithTwins(wanted, people, chance);
}

/** From the widest skeleton of columns, for whoever does not fit into it. */
function skeletonWithTwins(
  { tables, size, rounds }: Wanted,
  people: number,
  chance: Chance,
): Skeleton | undefined {
  for (let columns = Math.min(size, tables); columns > 0; columns -= 1) {
    const wanted = { tables, size: columns, rounds, columnar: true };
    const found = closedForm(wanted) ?? primeField(wanted) ?? differenceSearch(wanted, chance);
    if (found) return withTwins(found, people);
  }
  return undefined;
}
