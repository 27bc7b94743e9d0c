import {
  type Card,
  fittingSquares,
  isSquare,
  type JudgedSquare,
  squaresToMoveTo,
  takes,
} from '@hillo/domain/bingo';
import type { CardView, Encounter } from './api.js';

/** The card as the rules know it. */
export function boardOf(card: CardView): Card {
  return {
    id: card.id,
    prompts: card.prompts,
    ticket: card.ticket,
    marks: card.marks.map(({ square, encounterId, person }) => ({
      square,
      encounterId: encounterId ?? `gone-${square}`,
      nameless: person === null,
    })),
  };
}

/** What each square says to somebody I met: to put them there, or to move them when they have a square already. */
export function judged(card: CardView, encounter: Encounter): readonly JudgedSquare[] {
  const meeting = {
    encounterId: encounter.id,
    ownSide: card.ownSide,
    otherSide: encounter.other.marker.side,
  };
  const board = boardOf(card);
  return isOnCard(card, encounter.id) ? squaresToMoveTo(board, meeting) : fittingSquares(board, meeting);
}

/** Squares that are offered; without network also those that the server will judge (product rule 5). */
export function fitting(squares: readonly JudgedSquare[]): readonly JudgedSquare[] {
  return squares.filter(({ verdict }) => takes(verdict) || verdict === 'checked-later');
}

export function isOnCard(card: CardView, encounterId: string): boolean {
  return card.marks.some((mark) => mark.encounterId === encounterId);
}

/** Who scanned my badge and is on no square of mine, the latest first, while there is room. */
export function openOffers(
  card: CardView,
  encounters: readonly Encounter[],
  putOff: ReadonlySet<string>,
): readonly Encounter[] {
  return encounters.filter(
    (encounter) =>
      !encounter.scannedByMe &&
      !putOff.has(encounter.id) &&
      !isOnCard(card, encounter.id) &&
      fitting(judged(card, encounter)).length > 0,
  );
}

export function markAt(card: CardView, square: number) {
  return isSquare(square) ? card.marks.find((mark) => mark.square === square) : undefined;
}
