import { type Outcome, fail, ok } from '../shared/index.js';
import type { Row, Square } from './board.js';
import { type Card, type Mark, completedRows, markFor } from './card.js';
import { type JudgedSquare, type Meeting, fittingSquares, squaresToMoveTo, takes } from './squares.js';

/** What happened to the owner's ticket: the first row gives it, the break of the last row takes it back. */
export type TicketChange = 'gained' | 'lost' | 'unchanged';

export interface CardChange {
  readonly card: Card;
  /** Rows that are full now and were not, and the other way round: indexes of `ROWS`. */
  readonly completed: readonly Row[];
  readonly broken: readonly Row[];
  readonly ticket: TicketChange;
}

export const MARK_REFUSALS = [
  'square-filled',
  'other-side-needed',
  'already-on-card',
  'no-mark',
  'frozen',
] as const;
export type MarkRefusal = (typeof MARK_REFUSALS)[number];

/** Whether the draw's freeze has come when the change is decided, that is when it reached the server. */
export interface Freeze {
  readonly frozen: boolean;
}

/**
 * Puts the person of an encounter into an empty square. Allowed after the freeze too, then without a ticket
 * (product rules 2 and 5, S60, S64, S65).
 */
export function markSquare(
  card: Card,
  meeting: Meeting,
  square: Square,
  { frozen }: Freeze,
): Outcome<CardChange, MarkRefusal> {
  const refusal = refusalAt(fittingSquares(card, meeting), square);
  if (refusal !== undefined) return fail(refusal);
  const mark: Mark = { square, encounterId: meeting.encounterId, nameless: false };
  return ok(changed(card, [...card.marks, mark], frozen));
}

/** Moves a person's mark to another fitting square, until the freeze (product rule 2). */
export function moveMark(
  card: Card,
  meeting: Meeting,
  to: Square,
  { frozen }: Freeze,
): Outcome<CardChange, MarkRefusal> {
  if (frozen) return fail('frozen');
  const mark = markFor(card, meeting.encounterId);
  if (mark === undefined) return fail('no-mark');
  const refusal = refusalAt(squaresToMoveTo(card, meeting), to);
  if (refusal !== undefined) return fail(refusal);
  return ok(changed(card, [...without(card, mark), { ...mark, square: to }], frozen));
}

/** Takes a person's mark off the card, until the freeze; the encounter stays (product rule 2). */
export function takeBackMark(
  card: Card,
  encounterId: string,
  { frozen }: Freeze,
): Outcome<CardChange, MarkRefusal> {
  if (frozen) return fail('frozen');
  const mark = markFor(card, encounterId);
  if (mark === undefined) return fail('no-mark');
  return ok(changed(card, without(card, mark), frozen));
}

/**
 * What the removal of an encounter does to a card of one of its parties (product rule 3). The card of the one who did
 * not remove it keeps the square filled without a name. The remover's own square is emptied like a mark taken back;
 * after the freeze it stays filled without a name as well, for squares no longer change then.
 * @param removedBy `owner`: the card's owner removed the encounter, `other`: the person met did
 */
export function dropEncounter(
  card: Card,
  encounterId: string,
  removedBy: 'owner' | 'other',
  { frozen }: Freeze,
): CardChange {
  const mark = markFor(card, encounterId);
  if (mark === undefined) return changed(card, card.marks, frozen);
  const rest = without(card, mark);
  const emptied = removedBy === 'owner' && !frozen;
  return changed(card, emptied ? rest : [...rest, { ...mark, nameless: true }], frozen);
}

/** A removed encounter that its remover made anew has its name again on the cards where its square stayed. */
export function nameAgain(card: Card, encounterId: string): Card {
  const marks = card.marks.map((mark) =>
    mark.encounterId === encounterId ? { ...mark, nameless: false } : mark,
  );
  return { ...card, marks };
}

/** Counts the ticket anew when a draw was voided, so that rows filled since its freeze are in the next one. */
export function settleTicket(card: Card): CardChange {
  return changed(card, card.marks, false);
}

function refusalAt(squares: readonly JudgedSquare[], square: Square): MarkRefusal | undefined {
  const verdict = squares[square]?.verdict ?? 'filled';
  if (takes(verdict)) return undefined;
  if (verdict === 'other-side-needed' || verdict === 'already-on-card') return verdict;
  return verdict === 'this-person' ? 'already-on-card' : 'square-filled';
}

function without(card: Card, mark: Mark): Mark[] {
  return card.marks.filter((other) => other !== mark);
}

function changed(card: Card, marks: readonly Mark[], frozen: boolean): CardChange {
  const before = completedRows(card);
  const after = completedRows({ ...card, marks });
  const ticket = frozen ? card.ticket : after.length > 0;
  const change: TicketChange = ticket === card.ticket ? 'unchanged' : ticket ? 'gained' : 'lost';
  return {
    card: { ...card, marks: [...marks].sort((a, b) => a.square - b.square), ticket },
    completed: after.filter((row) => !before.includes(row)),
    broken: before.filter((row) => !after.includes(row)),
    ticket: change,
  };
}
