import type { Chance } from '../search/chance.js';
import { fromDifferences, type Skeleton, type Wanted, withColumnRound } from './skeleton.js';

/** Values tried in all, and before everything is shuffled anew: some 60 ms at most. */
const STEPS = 400_000;
const STEPS_A_START = 20_000;

interface Group {
  readonly name: string;
  readonly order: number;
  readonly add: (a: number, b: number) => number;
  readonly subtract: (a: number, b: number) => number;
}

/**
 * Looks for a partial difference matrix by randomised backtracking, row by row: in the cyclic group, and where four
 * divides the tables also in Z_2 x Z_(T/2), for in cyclic groups of even order full matrices have two rows at most.
 * Source: D. M. Johnson, A. L. Dulmage, N. S. Mendelsohn, Canad. J. Math. 13 (1961) 356-372, who so found five squares of order 12.
 */
export function differenceSearch(wanted: Wanted, chance: Chance): Skeleton | undefined {
  const { tables, size, rounds, columnar } = wanted;
  const inColumns = !columnar && tables % size === 0 && rounds > 1 ? 1 : 0;
  if (size > tables || rounds - inColumns > tables) return undefined;
  for (const group of groupsOfOrder(tables)) {
    // The condition is the same for rows and columns: the fewer rows, the sooner a dead end is seen.
    const matrixRounds = rounds - inColumns;
    const turned = matrixRounds > size;
    const matrix = findMatrix(group, turned ? size : matrixRounds, turned ? matrixRounds : size, chance);
    if (!matrix) continue;
    const skeleton = fromDifferences(
      { tables, size, rounds: matrixRounds },
      `difference matrix over ${group.name}`,
      (round, column) => (turned ? matrix[column]?.[round] : matrix[round]?.[column]) as number,
      group.add,
    );
    return inColumns ? withColumnRound(skeleton) : skeleton;
  }
  return undefined;
}

function groupsOfOrder(order: number): Group[] {
  const cyclic: Group = {
    name: `Z${order}`,
    order,
    add: (a, b) => (a + b) % order,
    subtract: (a, b) => (a - b + order) % order,
  };
  if (order % 4 !== 0) return [cyclic];
  const half = order / 2;
  const split = (act: (x: number, y: number) => number) => (a: number, b: number) =>
    ((a >= half ? 1 : 0) ^ (b >= half ? 1 : 0)) * half + ((act(a % half, b % half) + half) % half);
  const product: Group = {
    name: `Z2 x Z${half}`,
    order,
    add: split((x, y) => x + y),
    subtract: split((x, y) => x - y),
  };
  return [cyclic, product];
}

/** Rows of a normalised matrix: the first row and column are 0. */
function findMatrix(group: Group, rows: number, columns: number, chance: Chance): Int32Array[] | undefined {
  let left = STEPS;
  while (left > 0) {
    const search = new RowSearch(group, rows, columns, chance, Math.min(left, STEPS_A_START));
    if (search.fill(1, 1)) return search.matrix;
    if (search.steps > 0) return undefined; // every way was tried
    left -= STEPS_A_START;
  }
  return undefined;
}

class RowSearch {
  readonly matrix: Int32Array[];
  /** By row, earlier row and difference: whether that difference is taken. */
  private readonly taken: Uint8Array;
  private readonly order: Int32Array;

  constructor(
    private readonly group: Group,
    private readonly rows: number,
    private readonly columns: number,
    chance: Chance,
    public steps: number,
  ) {
    this.matrix = Array.from({ length: rows }, () => new Int32Array(columns));
    this.taken = new Uint8Array(rows * rows * group.order);
    for (let row = 0; row < rows; row += 1)
      for (let earlier = 0; earlier < row; earlier += 1) this.taken[this.place(row, earlier, 0)] = 1;
    this.order = Int32Array.from({ length: group.order }, (_, at) => at);
    chance.shuffle(this.order);
  }

  private place(row: number, earlier: number, difference: number): number {
    return (row * this.rows + earlier) * this.group.order + difference;
  }

  /** Fills the matrix from here on, row by row. */
  fill(row: number, column: number): boolean {
    if (row >= this.rows) return true;
    if (column >= this.columns) return this.fill(row + 1, 1);
    const { matrix, group, order } = this;
    const line = matrix[row] as Int32Array;
    const turn = row * 7 + column * 3;
    for (let at = 0; at < order.length; at += 1) {
      if (this.steps === 0) return false;
      this.steps -= 1;
      const value = order[(at + turn) % order.length] as number;
      let free = 0;
      while (
        free < row &&
        !this.taken[
          this.place(row, free, group.subtract(value, (matrix[free] as Int32Array)[column] as number))
        ]
      )
        free += 1;
      if (free < row) continue;
      line[column] = value;
      this.mark(row, column, 1);
      if (this.fill(row, column + 1)) return true;
      this.mark(row, column, 0);
    }
    return false;
  }

  private mark(row: number, column: number, value: 0 | 1): void {
    const own = (this.matrix[row] as Int32Array)[column] as number;
    for (let earlier = 0; earlier < row; earlier += 1) {
      const other = (this.matrix[earlier] as Int32Array)[column] as number;
      this.taken[this.place(row, earlier, this.group.subtract(own, other))] = value;
    }
  }
}
