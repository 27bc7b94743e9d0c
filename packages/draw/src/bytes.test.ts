import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiBytes, fromHex32, toHex } from './bytes.js';

describe('bytes', () => {
  it('refuse what draw/1 never hashes', () => {
    expect(() => asciiBytes('å')).toThrow(RangeError);
    for (const text of ['', 'g'.repeat(64), 'A'.repeat(64), 'a'.repeat(63), `${'a'.repeat(64)}\n`]) {
      expect(() => fromHex32(text)).toThrow(RangeError);
    }
  });

  it('come back from hexadecimal as they were', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (array) => {
        expect([...fromHex32(toHex(array))]).toEqual([...array]);
      }),
    );
  });
});
