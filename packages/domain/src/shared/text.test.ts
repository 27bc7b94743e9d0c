import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanLines, countCharacters, isBlank, utf8Length } from './text.js';

const anyText = fc.string({ unit: 'binary', maxLength: 60 });
const FAMILY = '👨‍👩‍👧‍👦';

describe('cleanLine', () => {
  it('makes composed and decomposed letters the same', () => {
    expect(cleanLine('A\u030Asa', 300)).toEqual(cleanLine('Åsa', 300));
  });

  it.each([
    ['U+0000', 'Mai\u0000ja'],
    ['a lone high surrogate', 'Maija\ud83d'],
    ['a lone low surrogate', '\udc00Maija'],
  ])('refuses %s', (_name, text) => {
    expect(cleanLine(text, 300)).toMatchObject({ ok: false, code: 'text-forbidden-character' });
  });

  it.each([
    ['white space is folded', '  Maija\r\n\t Meri  ', 'Maija Meri'],
    ['a bell is dropped', 'Mai\u0007ja', 'Maija'],
    ['an override is dropped', '\u202eajiaM\u202c', 'ajiaM'],
    ['right-to-left letters stay', 'مريم', 'مريم'],
    ['Sámi letters stay', 'Áŋŋel', 'Áŋŋel'],
    ['one letter is a name', 'Ö', 'Ö'],
    ['the text null is a name', 'null', 'null'],
  ])('%s', (_name, text, expected) => {
    expect(cleanLine(text, 300)).toEqual({ ok: true, value: expected });
  });

  it.each(['', '   ', '\u200b\u200d', '\ufe0f\ufe0f', '\u3164'])('finds nothing to see in %j', (text) => {
    expect(cleanLine(text, 300)).toEqual({ ok: false, code: 'text-blank' });
  });

  it('takes 300 graphemes, however long each is, and 200 combining marks, but not 301', () => {
    expect(cleanLine(FAMILY.repeat(300), 300).ok).toBe(true);
    expect(cleanLine(`a${'\u0301'.repeat(200)}`, 300).ok).toBe(true);
    expect(cleanLine('a'.repeat(301), 300)).toEqual({ ok: false, code: 'text-too-long', data: { max: 300 } });
  });

  it('counts variation selectors and bytes, so that nothing long hides behind one letter', () => {
    expect(cleanLine(`a${'\ufe0f'.repeat(300)}`, 300)).toMatchObject({ code: 'text-too-long' });
    expect(cleanLine(`a${'\u0301'.repeat(5000)}`, 300)).toMatchObject({ code: 'text-too-long' });
    expect(cleanLine('a'.repeat(1_000_000), 300)).toMatchObject({ code: 'text-too-long' });
  });

  it('gives a line that is stored as it is: cleaning again changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = cleanLine(text, 300);
        if (!once.ok) return;
        expect(cleanLine(once.value, 300)).toEqual(once);
        expect(once.value).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
        expect(isBlank(once.value)).toBe(false);
      }),
    );
  });
});

describe('cleanLines', () => {
  it('keeps line breaks, in one form', () => {
    expect(cleanLines(' one\r\ntwo\rthree\u2028four\tfive ', 300)).toEqual({
      ok: true,
      value: 'one\ntwo\nthree\nfour five',
    });
  });

  it('allows nothing to be said', () => {
    expect(cleanLines(' \u200b\n', 300)).toEqual({ ok: true, value: '' });
  });

  it('is idempotent and leaves no control but the line break', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = cleanLines(text, 300);
        if (!once.ok) return;
        expect(cleanLines(once.value, 300)).toEqual(once);
        expect(once.value.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
      }),
    );
  });
});

describe('lengths', () => {
  it('counts what a reader sees', () => {
    expect(countCharacters(`Å${FAMILY}\u{1F1EB}\u{1F1EE}`)).toBe(3);
    expect(countCharacters('a\ufe0f\ufe0f')).toBe(3);
  });

  it('counts as the platform’s slow and thorough way does, in every script that fits', () => {
    const segmenter = new Intl.Segmenter('fi', { granularity: 'grapheme' });
    const unit = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      fc.constantFrom(
        'a',
        'ö',
        '\n',
        'Ж',
        'م',
        'ש',
        '한',
        FAMILY,
        '👍🏽',
        '\u{1F1EB}\u{1F1EE}',
        'é\u0323',
        '©',
        '\u0301',
      ),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), (units) => {
        const text = units.join('').normalize('NFC');
        const selectors = text.match(/[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu)?.length ?? 0;
        expect(countCharacters(text)).toBe([...segmenter.segment(text)].length + selectors);
      }),
      { numRuns: 500 },
    );
  });

  it('counts bytes as an encoder does', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(utf8Length(text)).toBe(Buffer.byteLength(text, 'utf8'));
      }),
    );
  });
});
