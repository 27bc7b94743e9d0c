import { describe, expect, it } from 'vitest';
import { FORGET_MS, SeenBefore } from './seen-before.js';

describe('SeenBefore', () => {
  it('reads a code once while it stays in sight, however long', () => {
    const seen = new SeenBefore();
    const readings = Array.from({ length: 40 }, (_, turn) => seen.isNew('a', turn * 150));
    expect(readings.filter(Boolean)).toHaveLength(1);
  });

  it('reads another code at once, and the same again after it was away', () => {
    const seen = new SeenBefore();
    expect(seen.isNew('a', 0)).toBe(true);
    expect(seen.isNew('b', 100)).toBe(true);
    expect(seen.isNew('a', 200)).toBe(true);
    expect(seen.isNew('a', 200 + FORGET_MS)).toBe(false);
    expect(seen.isNew('a', 200 + 2 * FORGET_MS + 1)).toBe(true);
  });
});
