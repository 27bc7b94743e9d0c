import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CORNERS, ROWS, SQUARES, isSquare, promptOrder, rowsOf } from './board.js';
import { DEFAULT_PROMPTS } from './prompts.js';

const prompts = (coloured: readonly boolean[]) =>
  coloured.map((isColoured, index) => ({ id: `p${index}`, coloured: isColoured }));
const anyPrompts = fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }).map(prompts);
const ids = (order: readonly { id: string }[]) => order.map(({ id }) => id);

describe('the board', () => {
  it('has eight rows of three different squares, each square in two to four of them', () => {
    expect(ROWS).toHaveLength(8);
    for (const row of ROWS) expect(new Set(row).size).toBe(3);
    const rowsThrough = SQUARES.map(
      (square) => ROWS.filter((row) => row.some((other) => other === square)).length,
    );
    expect(rowsThrough).toEqual([3, 2, 3, 2, 4, 2, 3, 2, 3]);
  });

  it('finds the full rows', () => {
    expect(rowsOf(new Set([0, 1, 2]))).toEqual([0]);
    expect(rowsOf(new Set([0, 4, 8, 2, 6]))).toEqual([6, 7]);
    expect(rowsOf(new Set(SQUARES))).toHaveLength(8);
    expect(rowsOf(new Set([0, 1, 5]))).toEqual([]);
  });

  it('knows its squares', () => {
    expect([-1, 0, 8, 9, 1.5, Number.NaN].map(isSquare)).toEqual([false, true, true, false, false, false]);
  });
});

describe('order of prompts on a card', () => {
  it('is a permutation of the nine prompts, the same for the same card', () => {
    fc.assert(
      fc.property(fc.string(), anyPrompts, (cardId, nine) => {
        const order = promptOrder(cardId, nine);
        expect(ids(order).sort()).toEqual(ids(nine));
        expect(promptOrder(cardId, nine)).toEqual(order);
      }),
    );
  });

  it('keeps exactly four coloured prompts in the corners', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.shuffledSubarray([...SQUARES], { minLength: 4, maxLength: 4 }),
        (cardId, four) => {
          const order = promptOrder(cardId, prompts(SQUARES.map((square) => four.includes(square))));
          expect(SQUARES.filter((square) => order[square]?.coloured)).toEqual([...CORNERS]);
        },
      ),
    );
  });

  it('mixes any other number of coloured prompts over the whole card', () => {
    const three = prompts(SQUARES.map((square) => square < 3));
    const places = new Set<number>();
    for (let card = 0; card < 300; card += 1) {
      promptOrder(`card ${card}`, three).forEach((prompt, square) => prompt.coloured && places.add(square));
    }
    expect(places.size).toBe(9);
  });

  it('puts every prompt on each of its possible squares about as often', () => {
    const counts = new Map<string, number>();
    for (let card = 0; card < 6000; card += 1) {
      promptOrder(`0192-${card}`, DEFAULT_PROMPTS).forEach(({ id }, square) => {
        counts.set(`${id}@${square}`, (counts.get(`${id}@${square}`) ?? 0) + 1);
      });
    }
    const coloured = DEFAULT_PROMPTS.filter((prompt) => prompt.coloured).map(({ id }) => id as string);
    expect(counts.size).toBe(4 * 4 + 5 * 5);
    for (const [place, count] of counts) {
      const expected = coloured.includes(place.split('@')[0] ?? '') ? 1500 : 1200;
      expect(Math.abs(count - expected), place).toBeLessThan(150);
    }
  });

  it('stays what it was in earlier releases, for cards are printed on paper', () => {
    const order = ids(promptOrder('01931b7a-6b1e-7c3d-8f00-000000000001', DEFAULT_PROMPTS));
    expect(order).toEqual([
      'do-together',
      'same-people',
      'guide-people-to',
      'never-met',
      'space-to-use',
      'another-municipality',
      'sees-a-gap',
      'tells-something-new',
      'can-decide',
    ]);
  });
});
