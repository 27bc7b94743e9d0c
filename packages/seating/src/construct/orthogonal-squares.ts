import type { Skeleton, Wanted } from './skeleton.js';

/**
 * Four rounds of n tables of n, for n = 3m + 1 with m odd, such as 10: two orthogonal Latin squares of an order of
 * which Euler thought there were none. The cells are the people; rows, columns and the signs of both squares the rounds.
 *
 * Words over Z_(2m+1) and m points at infinity: a word `- b c d` for each point at infinity in each of its four turns,
 * and `0 0 0 0`, each added to all of Z_(2m+1), and a design of order m on the points at infinity.
 * Source: R. C. Bose, S. S. Shrikhande, E. T. Parker, Canad. J. Math. 12 (1960) 189-203.
 */
export function orthogonalSquares({ tables, size, rounds }: Wanted): Skeleton | undefined {
  const m = (tables - 1) / 3;
  if (size !== tables || rounds > 4 || !Number.isInteger(m) || m % 2 === 0 || m > 7) return undefined;
  const modulus = 2 * m + 1;
  const steps = infiniteWords(m);
  if (!steps) return undefined;
  const words: number[][] = [];
  for (let shift = 0; shift < modulus; shift += 1) {
    words.push([shift, shift, shift, shift]);
    steps.forEach(([first, second], point) => {
      const word = [modulus + point, shift, (shift + first) % modulus, (shift + first + second) % modulus];
      for (let turn = 0; turn < 4; turn += 1)
        words.push(word.map((_, at) => word[(at + turn) % 4] as number));
    });
  }
  // m is odd, so that x + y and x - y make two orthogonal squares.
  for (let x = 0; x < m; x += 1)
    for (let y = 0; y < m; y += 1)
      words.push([x, y, (x + y) % m, (x - y + m) % m].map((point) => modulus + point));
  return {
    method: 'orthogonal squares',
    tables,
    positions: words.length,
    columns: 0,
    rounds: Array.from({ length: rounds }, (_, round) =>
      Int32Array.from(words, (word) => word[round] as number),
    ),
  };
}

/**
 * The steps b to c and c to d of the m words: all different and not 0, and their sums b to d, with their negatives,
 * all different and not 0 too. Found by trying.
 */
function infiniteWords(m: number): [number, number][] | undefined {
  const modulus = 2 * m + 1;
  const words: [number, number][] = [];
  const taken = new Set<number>();
  const sums = new Set<number>();
  const next = (): boolean => {
    if (words.length === m) return true;
    const first = Array.from({ length: modulus }, (_, at) => at).find((step) => step > 0 && !taken.has(step));
    if (first === undefined) return false;
    for (let second = first + 1; second < modulus; second += 1) {
      const sum = (first + second) % modulus;
      const name = Math.min(sum, modulus - sum);
      if (taken.has(second) || sum === 0 || sums.has(name)) continue;
      words.push([first, second]);
      taken.add(first).add(second);
      sums.add(name);
      if (next()) return true;
      words.pop();
      taken.delete(first);
      taken.delete(second);
      sums.delete(name);
    }
    return false;
  };
  return next() ? words : undefined;
}
