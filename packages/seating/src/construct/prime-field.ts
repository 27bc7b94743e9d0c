import { type Field, finiteField, primePower } from './finite-field.js';
import { fromDifferences, type Skeleton, type Wanted, withColumnRound } from './skeleton.js';

/**
 * D[k][i] = k * i in GF(q) for q tables: (k - k') * (i - i') is never 0, so up to q rounds of tables of up to q.
 * Where the number of tables is no prime power, the product of the fields of its prime powers gives as many rounds and
 * seats as the smallest of them. A round inside the columns comes on top when they split into whole tables.
 * Sources: R. C. Bose, Sankhya 3 (1938) 323-338; H. F. MacNeish, Ann. Math. 23 (1922) 221-227.
 */
export function primeField({ tables, size, rounds, columnar }: Wanted): Skeleton | undefined {
  const factors = primePowersOf(tables);
  const smallest = Math.min(...factors);
  const inColumns = !columnar && rounds === smallest + 1 && tables % size === 0 ? 1 : 0;
  if (tables < 2 || size > smallest || rounds - inColumns > smallest) return undefined;
  const ring = product(factors.map((order) => finiteField(order) as Field));
  const skeleton = fromDifferences(
    { tables, size, rounds: rounds - inColumns },
    factors.length === 1 ? 'prime field' : 'product of prime fields',
    (round, column) => ring.multiply(ring.diagonal(round), ring.diagonal(column)),
    ring.add,
  );
  return inColumns ? withColumnRound(skeleton) : skeleton;
}

function primePowersOf(whole: number): number[] {
  const factors: number[] = [];
  let rest = whole;
  for (let prime = 2; rest > 1; prime += 1) {
    let factor = 1;
    while (rest % prime === 0) {
      rest /= prime;
      factor *= prime;
    }
    if (factor > 1) factors.push(factor);
    if (prime * prime > rest && rest > 1 && primePower(rest)?.exponent === 1) {
      factors.push(rest);
      break;
    }
  }
  return factors;
}

/** Tuples with one element of each field, written as one number. `diagonal` has the same element in every place. */
function product(fields: readonly Field[]) {
  const placewise = (a: number, b: number, act: (field: Field, x: number, y: number) => number): number => {
    let result = 0;
    let place = 1;
    let x = a;
    let y = b;
    for (const field of fields) {
      result += act(field, x % field.order, y % field.order) * place;
      place *= field.order;
      x = Math.floor(x / field.order);
      y = Math.floor(y / field.order);
    }
    return result;
  };
  return {
    add: (a: number, b: number) => placewise(a, b, (field, x, y) => field.add(x, y)),
    multiply: (a: number, b: number) => placewise(a, b, (field, x, y) => field.multiply(x, y)),
    diagonal: (element: number) => fields.reduceRight((number, field) => number * field.order + element, 0),
  };
}
