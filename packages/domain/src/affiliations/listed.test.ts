import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { affiliationKey, affiliationWords, alphabetKey, LISTED_SECTORS } from './listed.js';

describe('alphabetKey', () => {
  it('orders as a Finnish reader does: å, ä and ö after z, other accents with their letter', () => {
    const names = ['Öljyä', 'Zeta', 'Ähtäri', 'Åland', 'aalto', 'Émile', 'Elo', 'Eve'];
    const order = names.toSorted((one, other) => (alphabetKey(one) < alphabetKey(other) ? -1 : 1));
    expect(order).toEqual(['aalto', 'Elo', 'Émile', 'Eve', 'Zeta', 'Åland', 'Ähtäri', 'Öljyä']);
  });

  it('is the same composed or not, and in any case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(alphabetKey(name.normalize('NFD'))).toBe(alphabetKey(name.normalize('NFC')));
      }),
    );
    expect(alphabetKey('  MIELEN  Tuki-ry ')).toBe('mielen tuki ry');
  });
});

describe('what makes two the same', () => {
  it('is name and municipality, folded', () => {
    const one = { name: 'Eläkkeensaajat ry', municipality: 'Järvenpää' };
    expect(affiliationKey({ name: 'ELÄKKEENSAAJAT RY', municipality: 'jarvenpaa' })).toBe(
      affiliationKey(one),
    );
    expect(affiliationKey({ ...one, municipality: 'Tuusula' })).not.toBe(affiliationKey(one));
    // What stands in the name never counts as the municipality.
    expect(affiliationKey({ name: 'a b', municipality: '' })).not.toBe(
      affiliationKey({ name: 'a', municipality: 'b' }),
    );
  });

  it('finds it by any word of either, each once', () => {
    expect(affiliationWords({ name: 'Järvenpään Mielen-tuki ry, tuki', municipality: 'Järvenpää' })).toEqual([
      'jarvenpaan',
      'mielen',
      'tuki',
      'ry',
      'jarvenpaa',
    ]);
  });
});

it('lists no people: residents and experts by experience come as themselves', () => {
  expect(LISTED_SECTORS).toHaveLength(7);
  expect(LISTED_SECTORS).not.toContain('resident');
});
