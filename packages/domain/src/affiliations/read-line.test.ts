import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf, isHeading, readLine } from './read-line.js';

const SECTORS = new Map([
  ['jarjesto', 'association'],
  ['yritys', 'company'],
] as const);

describe('cellsOf', () => {
  it('reads what a spreadsheet pastes, and both kinds of CSV', () => {
    expect(cellsOf('Kyläyhdistys ry\tJärjestö\tTuusula')).toEqual(['Kyläyhdistys ry', 'Järjestö', 'Tuusula']);
    expect(cellsOf('Seurakunta, diakonia; Seurakunta;')).toEqual(['Seurakunta, diakonia', 'Seurakunta', '']);
    expect(cellsOf('"Kahvila ""Kaneli"", Järvenpää", Yritys')).toEqual([
      'Kahvila "Kaneli", Järvenpää',
      'Yritys',
    ]);
    expect(cellsOf('Kahvila "Kaneli" oy;Yritys')).toEqual(['Kahvila "Kaneli" oy', 'Yritys']);
    expect(cellsOf('')).toEqual(['']);
  });

  it('ends for every line and gives back what was quoted', () => {
    const cell = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/[\t;]/g, ' ').trim());
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 4 }), (cells) => {
        const line = cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(';');
        expect(cellsOf(line)).toEqual(cells);
      }),
    );
    fc.assert(fc.property(fc.string(), (line) => cellsOf(line).length > 0));
  });
});

describe('readLine', () => {
  const read = (line: string) => readLine(line, SECTORS);

  it('takes name, sector in words, and a municipality if there is one', () => {
    expect(read('  Kyläyhdistys  ry;JÄRJESTÖ;Tuusula;muuta')).toMatchObject({
      ok: true,
      value: { name: 'Kyläyhdistys ry', sector: 'association', municipality: 'Tuusula' },
    });
    expect(read('Kahvila Kaneli, yritys')).toMatchObject({ ok: true, value: { municipality: '' } });
  });

  it.each([
    [';Järjestö', 'name-missing'],
    ['Kyläyhdistys ry', 'sector-missing'],
    ['Kyläyhdistys ry;Seura', 'sector-unknown'],
    [`${'a'.repeat(500)};Järjestö`, 'too-long'],
    ['Kylä\u0000yhdistys;Järjestö', 'forbidden-character'],
  ])('says what is wrong with %j', (line, code) => {
    expect(read(line)).toMatchObject({ ok: false, code });
  });
});

it('knows a heading by its second cell', () => {
  const headings = new Set(['taho', 'sektor']);
  expect(isHeading('Nimi;TAHO;Kunta', headings)).toBe(true);
  expect(isHeading('Taho ry;Järjestö', headings)).toBe(false);
});
