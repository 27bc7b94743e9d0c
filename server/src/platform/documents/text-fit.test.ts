import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { printable, textWidth } from './fonts.js';
import { fit, wrap } from './text-fit.js';

const TEXT = fc.oneof(fc.string({ unit: 'grapheme' }), fc.lorem({ maxCount: 30 }));

describe('wrap', () => {
  it('breaks after blanks and hyphens, and inside a word only if it must', () => {
    expect(wrap('Pohjois-Savon liitto', 'regular', 10, 45)).toEqual(['Pohjois-', 'Savon', 'liitto']);
    expect(wrap('aaaaaaaaaa', 'regular', 10, 30).join('')).toBe('aaaaaaaaaa');
  });

  it('loses no letter', () => {
    fc.assert(
      fc.property(TEXT, fc.integer({ min: 30, max: 300 }), (text, width) => {
        const blank = /\s/gu;
        expect(wrap(text, 'bold', 12, width).join('').replace(blank, '')).toBe(text.replace(blank, ''));
      }),
    );
  });
});

describe('fit', () => {
  it('stays inside its box, whatever the text', () => {
    fc.assert(
      fc.property(
        TEXT,
        fc.record({
          width: fc.integer({ min: 40, max: 400 }),
          lines: fc.integer({ min: 1, max: 4 }),
          height: fc.integer({ min: 20, max: 200 }),
        }),
        (text, box) => {
          const fitted = fit(text, { weight: 'bold', size: 40, smallest: 8 }, box);
          expect(fitted.lines.length).toBeLessThanOrEqual(box.lines);
          expect(fitted.height).toBeLessThanOrEqual(box.height);
          for (const line of fitted.lines) {
            expect(textWidth(line, 'bold', fitted.size)).toBeLessThanOrEqual(box.width);
          }
        },
      ),
    );
  });

  it('keeps the wished size for a short text and shrinks before it breaks a word', () => {
    const style = { weight: 'bold', size: 40, smallest: 8 } as const;
    expect(fit('Aino', style, { width: 200, lines: 1 })).toMatchObject({ lines: ['Aino'], size: 40 });
    const long = fit('Bartholomeus', style, { width: 200, lines: 2 });
    expect(long.lines).toEqual(['Bartholomeus']);
    expect(long.size).toBeLessThan(40);
  });

  it('shows by an ellipsis that something is left out', () => {
    const cut = fit('a '.repeat(500), { weight: 'regular', size: 12, smallest: 10 }, { width: 60, lines: 2 });
    expect(cut.lines).toHaveLength(2);
    expect(cut.lines[1]).toMatch(/…$/);
  });
});

describe('printable', () => {
  it('composes letters, leaves pictures out and caps marks', () => {
    expect(printable('A\u030asa 🎉👩‍👩‍👧')).toEqual({ text: 'Åsa', complete: true });
    expect([...printable(`q${'\u0301'.repeat(200)}`).text]).toHaveLength(4);
  });

  it('tells when a letter could not be drawn', () => {
    expect(printable('ليلى').complete).toBe(false);
    expect(printable('Елена Ελένη Máhtte').complete).toBe(true);
  });
});
