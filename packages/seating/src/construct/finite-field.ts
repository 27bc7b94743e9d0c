/** GF(q): elements are 0 up to q - 1, their digits in base p the coefficients of a polynomial. */
export interface Field {
  readonly order: number;
  readonly add: (a: number, b: number) => number;
  readonly multiply: (a: number, b: number) => number;
}

/** p and n of q = p^n; undefined when q is no prime power. */
export function primePower(q: number): { prime: number; exponent: number } | undefined {
  let prime = 2;
  while (prime * prime <= q && q % prime !== 0) prime += 1;
  if (q < 2) return undefined;
  if (q % prime !== 0) return { prime: q, exponent: 1 };
  let exponent = 0;
  let rest = q;
  while (rest % prime === 0) {
    rest /= prime;
    exponent += 1;
  }
  return rest === 1 ? { prime, exponent } : undefined;
}

/**
 * The field of `order` elements, undefined when there is none. For p^n the polynomials modulo a monic primitive one,
 * found by trying: x must run through all other elements before it comes back to 1.
 * Source: R. Lidl, H. Niederreiter, Finite Fields (2nd ed. 1997), chapters 2 and 3.
 */
export function finiteField(order: number): Field | undefined {
  const power = primePower(order);
  if (!power) return undefined;
  const { prime, exponent } = power;
  if (exponent === 1) return { order, add: (a, b) => (a + b) % prime, multiply: (a, b) => (a * b) % prime };

  // Digit by digit, without carrying.
  const add = (a: number, b: number): number => {
    let sum = 0;
    for (let place = 1; place < order; place *= prime)
      sum += ((Math.floor(a / place) + Math.floor(b / place)) % prime) * place;
    return sum;
  };
  for (let tail = 1; tail < order; tail += 1) {
    const powers = powersOfX(order, prime, tail, add);
    if (powers) return fieldOf(order, powers, add);
  }
  return undefined;
}

/** The powers of x modulo x^n + tail (all of them nonzero elements), or undefined if x comes back too early. */
function powersOfX(
  order: number,
  prime: number,
  tail: number,
  add: (a: number, b: number) => number,
): number[] | undefined {
  const top = order / prime;
  const powers = [1];
  for (;;) {
    const last = powers.at(-1) as number;
    const lead = Math.floor(last / top);
    // x * last, where x^n = -tail.
    let next = (last % top) * prime;
    for (let times = 0; times < (prime - lead) % prime; times += 1) next = add(next, tail);
    if (next === 1) break;
    if (next === 0 || powers.length >= order - 1) return undefined;
    powers.push(next);
  }
  return powers.length === order - 1 ? powers : undefined;
}

function fieldOf(order: number, powers: readonly number[], add: Field['add']): Field {
  const exponents = new Int32Array(order);
  powers.forEach((element, at) => (exponents[element] = at));
  return {
    order,
    add,
    multiply: (a, b) =>
      a === 0 || b === 0
        ? 0
        : (powers[((exponents[a] as number) + (exponents[b] as number)) % (order - 1)] as number),
  };
}
