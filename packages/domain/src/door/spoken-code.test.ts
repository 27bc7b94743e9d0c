import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatSpokenCode,
  newSpokenCode,
  parseSpokenCode,
  SPOKEN_CODES,
  spokenCodeOf,
} from './spoken-code.js';

const serialArb = fc.integer({ min: 0, max: SPOKEN_CODES - 1 });
const SLIP = { ok: false, code: 'spoken-code-slip' };

describe('spoken codes', () => {
  it('carry the check digit of the published example (572 has 4)', () => {
    expect(spokenCodeOf(572)).toBe('005724');
  });

  it('are read back in any writing', () => {
    fc.assert(
      fc.property(serialArb, (serial) => {
        const code = spokenCodeOf(serial);
        const wide = Array.from(code, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
        const writings = [
          code,
          formatSpokenCode(code),
          wide,
          `  ${code.slice(0, 2)}-${code.slice(2, 4)}–${code.slice(4)} `,
          `${code.slice(0, 3)}.${code.slice(3)}\u200b`,
        ];
        for (const writing of writings) expect(parseSpokenCode(writing)).toEqual({ ok: true, value: code });
      }),
    );
  });

  it.each(['', '12345', '1234567', '12345a', '½23456', '1'.repeat(100), '١٢٣٤٥٦'])(
    '%j is not six digits',
    (text) => {
      expect(parseSpokenCode(text)).toEqual({ ok: false, code: 'spoken-code-malformed' });
    },
  );

  it('catch every single wrong digit', () => {
    const slipArb = fc.tuple(serialArb, fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(slipArb, ([serial, place, shift]) => {
        const digits = Array.from(spokenCodeOf(serial), Number);
        digits[place] = ((digits[place] ?? 0) + shift) % 10;
        expect(parseSpokenCode(digits.join(''))).toEqual(SLIP);
      }),
      { numRuns: 2000 },
    );
  });

  it('catch every swap of neighbours, for all pairs of digits in all places', () => {
    fc.assert(
      fc.property(serialArb, fc.integer({ min: 0, max: 4 }), (serial, place) => {
        const code = spokenCodeOf(serial);
        const [left, right] = [code.charAt(place), code.charAt(place + 1)];
        fc.pre(left !== right);
        expect(parseSpokenCode(code.slice(0, place) + right + left + code.slice(place + 2))).toEqual(SLIP);
      }),
      { numRuns: 2000 },
    );
  });

  it('are unique, until all are taken', () => {
    const taken = new Set<string>();
    for (let person = 0; person < 500; person += 1) {
      const code = newSpokenCode(
        (bound) => (person * 7919) % Math.min(bound, 50),
        (other) => taken.has(other),
      );
      if (!code.ok) throw new Error(code.code);
      expect(taken.has(code.value)).toBe(false);
      expect(parseSpokenCode(code.value).ok).toBe(true);
      taken.add(code.value);
    }
    expect(
      newSpokenCode(
        () => SPOKEN_CODES - 1,
        (code) => code !== spokenCodeOf(3),
      ),
    ).toEqual({
      ok: true,
      value: spokenCodeOf(3),
    });
    expect(
      newSpokenCode(
        () => 5,
        () => true,
      ),
    ).toEqual({ ok: false, code: 'codes-exhausted' });
  });
});
