import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countMissing, hearNumber, type HeardQueue, NOTHING_HEARD } from './queue-numbers.js';

const hear = (numbers: readonly number[], from: HeardQueue = NOTHING_HEARD) =>
  numbers.reduce(hearNumber, from);

describe('hearNumber', () => {
  it('notices what never came, and that a late one came after all', () => {
    const gap = hear([1, 2, 5]);
    expect(gap.missing).toEqual([3, 4]);
    expect(countMissing(hear([3], gap))).toBe(1);
    expect(hear([5, 5], gap)).toEqual(gap);
  });

  it('notices that a phone began to count anew, and does not mix the two counts', () => {
    const anew = hear([1, 2, 4, 1, 2, 3]);
    expect(anew).toEqual({ last: 3, missing: [], lost: 1, restarts: 1 });
    expect(hear([1, 1, 2])).toMatchObject({ restarts: 0, last: 2 });
    expect(hear([1, 90_000])).toMatchObject({ restarts: 1, missing: [] });
  });

  it('misses exactly the numbers that were not heard, whatever is lost', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 60 }), (delivered) => {
        const queue = hear([...delivered].sort((a, b) => a - b));
        const made = Math.max(0, ...delivered);
        const absent = Array.from({ length: made }, (_, index) => index + 1).filter(
          (number) => !delivered.includes(number),
        );
        expect([...queue.missing]).toEqual(absent);
        expect(queue.restarts).toBe(0);
      }),
    );
  });
});
