import { seededChance, shuffled } from './seeded-chance.js';

/** Squares of a card, numbered from the top left, row by row (S59). */
export const SQUARES = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;
export type Square = (typeof SQUARES)[number];

/** Where exactly four coloured prompts stay (product rule 2). */
export const CORNERS = [0, 2, 6, 8] as const satisfies readonly Square[];

/** The eight rows: three across, three down, two aslant (S65). */
export const ROWS = [
  [0, 1, 2],
  [3, 4, 5],
  [6, 7, 8],
  [0, 3, 6],
  [1, 4, 7],
  [2, 5, 8],
  [0, 4, 8],
  [2, 4, 6],
] as const satisfies readonly (readonly [Square, Square, Square])[];
/** Index in `ROWS`, 0 to 7. */
export type Row = number;

/** Whether a number from outside names a square. */
export function isSquare(value: number): value is Square {
  return (SQUARES as readonly number[]).includes(value);
}

/** What a card needs to know of a prompt: which one it is, and whether it takes only people of another side (S64). */
export interface BoardPrompt {
  readonly id: string;
  readonly coloured: boolean;
}

/**
 * The prompts of a card in the order of its squares: a permutation seeded by the card's id, the same on phone, paper
 * and server. Exactly four coloured prompts take the corners; any other number is mixed freely (product rule 2).
 * @param cardId seed of the order
 * @param prompts the evening's nine prompts in the evening's own order, which locks with the first card
 * @returns nine prompts, index = square
 */
export function promptOrder<Prompt extends BoardPrompt>(
  cardId: string,
  prompts: readonly Prompt[],
): Prompt[] {
  const chance = seededChance(cardId);
  const coloured = prompts.filter((prompt) => prompt.coloured);
  if (coloured.length !== CORNERS.length) return shuffled(prompts, chance);
  const corners = shuffled(coloured, chance);
  const others = shuffled(
    prompts.filter((prompt) => !prompt.coloured),
    chance,
  );
  const isCorner = (square: Square) => (CORNERS as readonly Square[]).includes(square);
  return SQUARES.map((square) => (isCorner(square) ? corners.shift() : others.shift())).filter(
    (prompt) => prompt !== undefined,
  );
}

/** Rows whose three squares are all filled, in the order of `ROWS`. */
export function rowsOf(filled: ReadonlySet<Square>): Row[] {
  return ROWS.flatMap((row, index) => (row.every((square) => filled.has(square)) ? [index] : []));
}
