import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SIDES } from '../registration/index.js';
import { CORNERS, SQUARES, type Square, promptOrder } from './board.js';
import { type Card, completedRows, isFull, newCard } from './card.js';
import {
  type CardChange,
  dropEncounter,
  markSquare,
  moveMark,
  nameAgain,
  settleTicket,
  takeBackMark,
} from './marks.js';
import { DEFAULT_PROMPTS } from './prompts.js';
import { type Meeting, fittingSquares, squaresOffline, squaresToMoveTo, takes } from './squares.js';

const open = { frozen: false };
const frozen = { frozen: true };
const empty = newCard('card', promptOrder('card', DEFAULT_PROMPTS));

function meeting(id: string, same = false): Meeting {
  return { encounterId: id, ownSide: 'community', otherSide: same ? 'community' : 'public' };
}

function marked(card: Card, id: string, square: Square, freeze = open): CardChange {
  const outcome = markSquare(card, meeting(id), square, freeze);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

const filled = (...squares: Square[]) =>
  squares.reduce((card, square) => marked(card, `met at ${square}`, square).card, empty);

describe('squares of a card', () => {
  it('says of every square why it fits or not', () => {
    const card = filled(1);
    const verdicts = (same: boolean) =>
      fittingSquares(card, meeting('new', same)).map(({ verdict }) => verdict);
    const colours = (corner: string) => [
      corner,
      'filled',
      corner,
      'fits',
      'fits',
      'fits',
      corner,
      'fits',
      corner,
    ];
    expect(verdicts(true)).toEqual(colours('other-side-needed'));
    expect(verdicts(false)).toEqual(colours('fits-other-side'));
  });

  it('says of somebody already on the card where, and where the mark may move', () => {
    const card = filled(1);
    const first = fittingSquares(card, meeting('met at 1', true)).map(({ verdict }) => verdict);
    expect(first[1]).toBe('this-person');
    expect(first.filter((verdict) => verdict === 'already-on-card')).toHaveLength(8);
    const moves = squaresToMoveTo(card, meeting('met at 1', true)).map(({ verdict }) => verdict);
    expect(moves.slice(0, 4)).toEqual(['other-side-needed', 'this-person', 'other-side-needed', 'fits']);
  });

  it('offers every empty square offline, coloured ones to be checked later', () => {
    const verdicts = squaresOffline(filled(4)).map(({ verdict }) => verdict);
    const corner = 'checked-later';
    expect(verdicts).toEqual([corner, 'fits', corner, 'fits', 'filled', 'fits', corner, 'fits', corner]);
  });
});

describe('marks', () => {
  it('gives a ticket for the first row and none for the second', () => {
    const first = marked(filled(3, 4), 'x', 5);
    expect(first).toMatchObject({ completed: [1], broken: [], ticket: 'gained', card: { ticket: true } });
    const second = marked(filled(3, 4, 5, 1), 'x', 7);
    expect(second).toMatchObject({ completed: [4], ticket: 'unchanged', card: { ticket: true } });
  });

  it('takes the ticket back with the last row only', () => {
    const twoRows = filled(3, 4, 5, 1, 7);
    const one = takeBackMark(twoRows, 'met at 7', open);
    expect(one).toMatchObject({ ok: true, value: { broken: [4], ticket: 'unchanged' } });
    expect(takeBackMark(twoRows, 'met at 4', open)).toMatchObject({
      ok: true,
      value: { broken: [1, 4], ticket: 'lost', card: { ticket: false } },
    });
  });

  it('keeps the ticket when a move breaks one row and completes another', () => {
    const outcome = moveMark(filled(3, 4, 5, 1), meeting('met at 3'), 7, open);
    expect(outcome).toMatchObject({ ok: true, value: { completed: [4], broken: [1], ticket: 'unchanged' } });
  });

  it.each([
    ['a filled square', () => markSquare(filled(4), meeting('x'), 4, open), 'square-filled'],
    [
      'a second square for one person',
      () => markSquare(filled(4), meeting('met at 4'), 5, open),
      'already-on-card',
    ],
    [
      'the square the person has',
      () => markSquare(filled(4), meeting('met at 4'), 4, open),
      'already-on-card',
    ],
    [
      'a coloured square on one side',
      () => markSquare(empty, meeting('x', true), 0, open),
      'other-side-needed',
    ],
    [
      'a move to a filled square',
      () => moveMark(filled(3, 4), meeting('met at 3'), 4, open),
      'square-filled',
    ],
    [
      'a move to a coloured one',
      () => moveMark(filled(4), meeting('met at 4', true), 0, open),
      'other-side-needed',
    ],
    ['a move of no mark', () => moveMark(filled(4), meeting('x'), 5, open), 'no-mark'],
    ['taking back no mark', () => takeBackMark(filled(4), 'x', open), 'no-mark'],
    ['a move after the freeze', () => moveMark(filled(4), meeting('met at 4'), 5, frozen), 'frozen'],
    ['taking back after the freeze', () => takeBackMark(filled(4), 'met at 4', frozen), 'frozen'],
  ])('refuses %s', (_what, attempt, code) => {
    expect(attempt()).toEqual({ ok: false, code });
  });

  it('counts a mark after the freeze without a ticket, and with one when the draw is voided', () => {
    const late = marked(filled(3, 4), 'x', 5, frozen);
    expect(late).toMatchObject({ completed: [1], ticket: 'unchanged', card: { ticket: false } });
    expect(settleTicket(late.card)).toMatchObject({
      completed: [],
      ticket: 'gained',
      card: { ticket: true },
    });
  });
});

describe('a removed encounter', () => {
  it('leaves the square of the other filled without a name, and its row and ticket', () => {
    const change = dropEncounter(filled(3, 4, 5), 'met at 4', 'other', open);
    expect(change).toMatchObject({ broken: [], ticket: 'unchanged', card: { ticket: true } });
    expect(change.card.marks.map(({ square, nameless }) => [square, nameless])).toEqual([
      [3, false],
      [4, true],
      [5, false],
    ]);
    expect(nameAgain(change.card, 'met at 4')).toEqual(filled(3, 4, 5));
  });

  it('empties the own square of who removed it, but not after the freeze', () => {
    const card = filled(3, 4, 5);
    expect(dropEncounter(card, 'met at 4', 'owner', open)).toMatchObject({ broken: [1], ticket: 'lost' });
    const late = dropEncounter(card, 'met at 4', 'owner', frozen);
    expect(late).toMatchObject({ broken: [], ticket: 'unchanged', card: { ticket: true } });
    expect(late.card.marks).toContainEqual({ square: 4, encounterId: 'met at 4', nameless: true });
  });

  it('changes nothing on a card without its mark', () => {
    expect(dropEncounter(filled(3), 'x', 'other', open)).toMatchObject({
      card: filled(3),
      ticket: 'unchanged',
    });
  });
});

/** Twelve people met by somebody of the community, four from each side. */
const people: readonly Meeting[] = Array.from({ length: 12 }, (_, index) => ({
  encounterId: `e${index}`,
  ownSide: 'community',
  otherSide: SIDES[index % 3] ?? 'public',
}));
const anyAct = fc.record({
  act: fc.constantFrom('mark', 'mark', 'mark', 'move', 'take-back', 'drop-own', 'drop-other'),
  who: fc.constantFrom(...people),
  square: fc.constantFrom(...SQUARES),
});

function attempt(
  card: Card,
  { act, who, square }: { act: string; who: Meeting; square: Square },
  freeze = open,
) {
  if (act === 'mark') return markSquare(card, who, square, freeze);
  if (act === 'move') return moveMark(card, who, square, freeze);
  if (act === 'take-back') return takeBackMark(card, who.encounterId, freeze);
  const by = act === 'drop-own' ? 'owner' : 'other';
  return { ok: true as const, value: dropEncounter(card, who.encounterId, by, freeze) };
}

describe('any sequence of marks, moves and removals', () => {
  it('keeps one square a person, one person a square, colours across sides, a ticket exactly with a row', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.array(anyAct, { maxLength: 60 }), (cardId, acts) => {
        let card = newCard(cardId, promptOrder(cardId, DEFAULT_PROMPTS));
        for (const act of acts) {
          const before = card;
          const outcome = attempt(card, act);
          if (!outcome.ok) continue;
          card = outcome.value.card;
          expect(new Set(card.marks.map(({ square }) => square)).size).toBe(card.marks.length);
          expect(new Set(card.marks.map(({ encounterId }) => encounterId)).size).toBe(card.marks.length);
          for (const { square, encounterId } of card.marks) {
            const who = people.find((person) => person.encounterId === encounterId);
            if ((CORNERS as readonly Square[]).includes(square))
              expect(who?.otherSide).not.toBe(who?.ownSide);
          }
          expect(card.ticket).toBe(completedRows(card).length > 0);
          const change = card.ticket === before.ticket ? 'unchanged' : card.ticket ? 'gained' : 'lost';
          expect(outcome.value.ticket).toBe(change);
        }
        expect(isFull(card)).toBe(card.marks.length === 9);
      }),
    );
  });

  it('changes no ticket after the freeze and empties no square', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 30 }), fc.array(anyAct, { maxLength: 30 }), (early, late) => {
        const play = (card: Card, acts: typeof early, freeze: typeof open) =>
          acts.reduce((now, act) => {
            const outcome = attempt(now, act, freeze);
            return outcome.ok ? outcome.value.card : now;
          }, card);
        const before = play(empty, early, open);
        const after = play(before, late, frozen);
        expect(after.ticket).toBe(before.ticket);
        const places = (card: Card) =>
          card.marks.map(({ square, encounterId }) => `${square} ${encounterId}`);
        expect(places(after)).toEqual(expect.arrayContaining(places(before)));
      }),
    );
  });

  it('marks a square exactly when its verdict says that it fits', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 20 }), fc.constantFrom(...people), (acts, who) => {
        const card = acts.reduce((now, act) => {
          const outcome = attempt(now, act);
          return outcome.ok ? outcome.value.card : now;
        }, empty);
        for (const { square, verdict } of fittingSquares(card, who)) {
          expect(markSquare(card, who, square, open).ok).toBe(takes(verdict));
        }
      }),
    );
  });
});
