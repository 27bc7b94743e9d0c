import { type BoardPrompt, type Row, type Square, SQUARES, rowsOf } from './board.js';

/**
 * A filled square. A pair has one encounter all evening (a removed one is emptied, never deleted), so one square an
 * encounter is one square a person. `nameless`: the other person removed the encounter; the square stays filled.
 */
export interface Mark {
  readonly square: Square;
  readonly encounterId: string;
  readonly nameless: boolean;
}

/**
 * One person's bingo card. Invariants: nine prompts in the order of the squares, at most one mark a square and an
 * encounter; until the freeze `ticket` is true exactly when a row is full, after it the ticket no longer changes.
 */
export interface Card {
  readonly id: string;
  readonly prompts: readonly BoardPrompt[];
  readonly marks: readonly Mark[];
  readonly ticket: boolean;
}

/** An empty card, made by check-in (S58). @param prompts nine, as `promptOrder` gives them */
export function newCard(id: string, prompts: readonly BoardPrompt[]): Card {
  return { id, prompts, marks: [], ticket: false };
}

export function isColoured(card: Card, square: Square): boolean {
  return card.prompts[square]?.coloured ?? false;
}

export function markOn(card: Card, square: Square): Mark | undefined {
  return card.marks.find((mark) => mark.square === square);
}

export function markFor(card: Card, encounterId: string): Mark | undefined {
  return card.marks.find((mark) => mark.encounterId === encounterId);
}

/** Full rows of a card, as indexes of `ROWS` (S65). */
export function completedRows(card: Card): Row[] {
  return rowsOf(new Set(card.marks.map((mark) => mark.square)));
}

/** A full card takes no more marks; encounters go on (product rule 2). */
export function isFull(card: Card): boolean {
  return card.marks.length === SQUARES.length;
}
