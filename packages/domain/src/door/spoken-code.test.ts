import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  digitsIn,
  formatSpokenCode,
  newSpokenCode,
  parseSpokenCode,
  SPOKEN_CODES,
  spellSpokenCode,
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

  const LOOKS: Readonly<Record<string, string>> = {
    0: 'OoDQ',
    1: 'IilL|!',
    2: 'Zz',
    5: 'Ss',
    6: 'Gb',
    8: 'B',
    9: 'gq',
  };
  const lookArb = fc
    .tuple(serialArb, fc.integer({ min: 0, max: 5 }), fc.nat())
    .map(([serial, place, pick]) => {
      const code = spokenCodeOf(serial);
      const looks = LOOKS[code.charAt(place)] ?? code.charAt(place);
      const look = looks.charAt(pick % looks.length);
      return { code, typed: code.slice(0, place) + look + code.slice(place + 1) };
    });

  it('are read although a letter stands for the digit that it looks like', () => {
    fc.assert(
      fc.property(lookArb, ({ code, typed }) => {
        expect(parseSpokenCode(typed)).toEqual({ ok: true, value: code });
        expect(digitsIn(`koodi: ${typed.slice(0, 3)} ${typed.slice(3)}`)).toBe(code);
      }),
      { numRuns: 1000 },
    );
  });

  it('with one sign typed wrong, left out, added or swapped with its neighbour, are never somebody else’s', () => {
    const signs = [...'0123456789OoDQIilL|!ZzSsGbBgqaAxX-. '];
    const slipArb = fc.record({
      serial: serialArb,
      place: fc.integer({ min: 0, max: 5 }),
      kind: fc.constantFrom('other', 'missing', 'added', 'swapped'),
      sign: fc.constantFrom(...signs),
    });
    fc.assert(
      fc.property(slipArb, ({ serial, place, kind, sign }) => {
        const code = spokenCodeOf(serial);
        const [before, here, after] = [code.slice(0, place), code.charAt(place), code.slice(place + 1)];
        const typed =
          kind === 'other'
            ? before + sign + after
            : kind === 'missing'
              ? before + after
              : kind === 'added'
                ? before + sign + here + after
                : before + after.charAt(0) + here + after.slice(1);
        const read = parseSpokenCode(typed);
        expect([code, 'refused']).toContain(read.ok ? read.value : 'refused');
      }),
      { numRuns: 3000 },
    );
  });

  it('keep their words away: a word with digits in it is no code, a field shows the digits', () => {
    expect(parseSpokenCode('koodi: 005 724')).toEqual({ ok: true, value: '005724' });
    expect(parseSpokenCode('a005724')).toEqual({ ok: false, code: 'spoken-code-malformed' });
    expect(digitsIn('koodi:005724')).toBe('005724');
    expect(digitsIn('０05 7-24 ja 9')).toBe('005724');
  });

  it('are read aloud digit by digit, with a pause in the middle', () => {
    expect(spellSpokenCode('005724')).toBe('0 0 5, 7 2 4');
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
