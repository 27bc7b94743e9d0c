import type { Side } from '../registration/index.js';
import { SQUARES, type Square } from './board.js';
import { type Card, isColoured, markFor, markOn } from './card.js';

/**
 * Why a square takes this person or not, said in words by `bingo.verdict.<code>`:
 * `fits` (plain and empty), `fits-other-side` (coloured, and the other is from another side), `other-side-needed`
 * (coloured, both from the same side), `filled` (by somebody else), `this-person` (holds this person already),
 * `already-on-card` (empty, but the person fills another square), `checked-later` (coloured, the phone is offline).
 */
export const SQUARE_VERDICTS = [
  'fits',
  'fits-other-side',
  'other-side-needed',
  'filled',
  'this-person',
  'already-on-card',
  'checked-later',
] as const;
export type SquareVerdict = (typeof SQUARE_VERDICTS)[number];

/** An encounter as the card's owner sees it. Sides only: the game needs no more (product rule 1). */
export interface Meeting {
  readonly encounterId: string;
  readonly ownSide: Side;
  readonly otherSide: Side;
}

export interface JudgedSquare {
  readonly square: Square;
  readonly verdict: SquareVerdict;
}

/** Whether a mark may be set or moved there. */
export function takes(verdict: SquareVerdict): boolean {
  return verdict === 'fits' || verdict === 'fits-other-side';
}

function emptySquareVerdict(card: Card, meeting: Meeting, square: Square): SquareVerdict {
  if (!isColoured(card, square)) return 'fits';
  return meeting.ownSide === meeting.otherSide ? 'other-side-needed' : 'fits-other-side';
}

/**
 * A verdict for each of the nine squares when the person of `meeting` looks for a first square (product rule 2, S64).
 * @returns nine, in the order of the squares
 */
export function fittingSquares(card: Card, meeting: Meeting): JudgedSquare[] {
  const own = markFor(card, meeting.encounterId);
  return judgeSquares(card, meeting, own === undefined ? undefined : 'already-on-card');
}

/** The same when the person of `meeting` has a square and looks for another one (product rule 2). */
export function squaresToMoveTo(card: Card, meeting: Meeting): JudgedSquare[] {
  return judgeSquares(card, meeting, undefined);
}

function judgeSquares(card: Card, meeting: Meeting, empty: SquareVerdict | undefined): JudgedSquare[] {
  return SQUARES.map((square) => {
    const mark = markOn(card, square);
    if (mark === undefined) return { square, verdict: empty ?? emptySquareVerdict(card, meeting, square) };
    return { square, verdict: mark.encounterId === meeting.encounterId ? 'this-person' : 'filled' };
  });
}

/** Offline every empty square is offered; a coloured one is checked when the network is back (product rule 5). */
export function squaresOffline(card: Card): JudgedSquare[] {
  return SQUARES.map((square) => {
    if (markOn(card, square) !== undefined) return { square, verdict: 'filled' };
    return { square, verdict: isColoured(card, square) ? 'checked-later' : 'fits' };
  });
}
