import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutralCell } from './cells.js';

describe('cells of a CSV file', () => {
  it.each([
    '=1+1',
    '+358 40',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r',
    '\nx',
    '\0=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '﹢1',
    '\u22121',
    ' =1',
    '\ufeff=1',
    '\u200b@x',
  ])('makes %j neutral and keeps the text', (text) => {
    expect(neutralCell(text)).toBe(`'${text}`);
  });

  it.each(['Maija', '', '1-2', "O'Hara", 'a=b', '  väli', '„lainaus”', '👩‍👧', 'مريم'])(
    'leaves %j alone',
    (text) => {
      expect(neutralCell(text)).toBe(text);
    },
  );

  it('never lets a cell begin as a formula', () => {
    const start = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '＝',
      '＋',
      '－',
      '＠',
      '\t',
      '\r',
      '\n',
      '\0',
      'a',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(start, { maxLength: 3 }), fc.string(), (starts, rest) => {
        const cell = neutralCell(starts.join('') + rest);
        expect(cell.normalize('NFKC')).not.toMatch(/^[\s\0]*[=+\-@]|^[\t\r\n\0]/);
      }),
    );
  });
});
