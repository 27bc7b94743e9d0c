import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, foldedWords } from './fold.js';

describe('foldText', () => {
  it.each([
    ['Åsa Mäki-Lehto', 'asa maki lehto'],
    ['A\u030ASA  MAKI LEHTO', 'asa maki lehto'],
    ["O'Niell", 'o niell'],
    ['Straße', 'strasse'],
    ['Ｍａｉｊａ', 'maija'],
    ['Đorđe Łuczak', 'dorde luczak'],
    ['Áŋŋel', 'annel'],
    ['ΣΊΣΥΦΟΣ', 'σισυφοσ'],
    ['Istanbul', 'istanbul'],
    ['İstanbul', 'istanbul'],
    ['ıstanbul', 'istanbul'],
  ])('%j folds to %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('leaves the vowel signs of other scripts, which tell words apart', () => {
    expect(foldText('कि')).not.toBe(foldText('का'));
  });

  it('keeps a name of symbols findable', () => {
    expect(foldText('🌻')).not.toBe('');
  });

  it('makes composition and case no difference, and folding twice changes nothing', () => {
    const names = fc.string({ unit: 'grapheme', maxLength: 40 });
    fc.assert(
      fc.property(names, (name) => {
        const folded = foldText(name);
        expect(foldText(folded)).toBe(folded);
        expect(foldText(name.normalize('NFD'))).toBe(foldText(name.normalize('NFC')));
        expect(foldText(name.toUpperCase())).toBe(folded);
      }),
      { numRuns: 2000 },
    );
  });

  it('folds every letter of the first planes to a fixed point', () => {
    const unstable: string[] = [];
    for (let code = 0x20; code < 0x20000; code += 1) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const folded = foldText(String.fromCodePoint(code));
      if (foldText(folded) !== folded) unstable.push(code.toString(16));
    }
    expect(unstable).toEqual([]);
  });
});

describe('foldedWords', () => {
  it('gives the words, none for a text without any', () => {
    expect(foldedWords(' Virtanen,  Maija ')).toEqual(['virtanen', 'maija']);
    expect(foldedWords(' - ')).toEqual([]);
  });
});
