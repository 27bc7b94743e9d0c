import { ROWS } from '@hillo/domain/bingo';

/** Indexes of the rows that these squares fill, written anew here so that the check is not the checked. */
export function completedRowsOf(filled: readonly number[]): number[] {
  const squares = new Set(filled);
  return ROWS.flatMap((row, index) => (row.every((square) => squares.has(square)) ? [index] : []));
}
