/**
 * Who sits where, before anybody has a name: table by position, round by round, with no two positions at one table
 * twice. In a skeleton of columns the positions `i * tables` up to `(i + 1) * tables` are column i, of which every
 * table has exactly one in every round (but for a round inside the columns).
 */
export interface Skeleton {
  readonly method: string;
  readonly tables: number;
  readonly positions: number;
  /** 0: not made of columns. */
  readonly columns: number;
  readonly rounds: readonly Int32Array[];
}

/** What is looked for: `tables` tables of `size` people (one more or less a table does not matter) for `rounds` rounds. */
export interface Wanted {
  readonly tables: number;
  readonly size: number;
  readonly rounds: number;
  /** Only a skeleton of columns will do, without a round inside them. */
  readonly columnar?: boolean;
}

/**
 * Round k seats person x of column i at table x + D[k][i] in a group of order `tables`. Nobody meets twice exactly
 * when for every two rounds the values D[k][i] - D[k'][i] differ over the columns: a partial difference matrix.
 * Source: C. J. Colbourn, J. H. Dinitz, Handbook of Combinatorial Designs (2nd ed. 2007), VI.17.
 */
export function fromDifferences(
  { tables, size, rounds }: Wanted,
  method: string,
  difference: (round: number, column: number) => number,
  add: (a: number, b: number) => number,
): Skeleton {
  return {
    method,
    tables,
    positions: tables * size,
    columns: size,
    rounds: Array.from({ length: rounds }, (_, round) => {
      const tableOf = new Int32Array(tables * size);
      for (let column = 0; column < size; column += 1) {
        const shift = difference(round, column);
        for (let x = 0; x < tables; x += 1) tableOf[column * tables + x] = add(x, shift);
      }
      return tableOf;
    }),
  };
}

/** One more round is free when columns split into whole tables: people of one column have never met. */
export function withColumnRound(skeleton: Skeleton): Skeleton {
  const { tables, positions } = skeleton;
  const size = positions / tables;
  return {
    ...skeleton,
    columns: 0,
    rounds: [...skeleton.rounds, Int32Array.from({ length: positions }, (_, at) => Math.floor(at / size))],
  };
}

/**
 * Leaves positions out until `positions` are left, only such as never share a table: so every table loses at most
 * one in a round. Undefined when this greedy choice finds too few.
 */
export function dropTo(skeleton: Skeleton, positions: number): Skeleton | undefined {
  const gone: number[] = [];
  for (let at = skeleton.positions - 1; at >= 0 && gone.length < skeleton.positions - positions; at -= 1)
    if (gone.every((other) => skeleton.rounds.every((round) => round[at] !== round[other]))) gone.push(at);
  if (gone.length < skeleton.positions - positions) return undefined;
  const out = new Set(gone);
  return {
    ...skeleton,
    positions,
    rounds: skeleton.rounds.map((round) => round.filter((_, at) => !out.has(at))),
  };
}
