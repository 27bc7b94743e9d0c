import { describe, expect, it } from 'vitest';

import { writeTableReport, type ReportRow } from '../../server/src/platform/documents/pdf/table-report.js';
import { HOSTILE_TEXTS } from '../support/hostile-text.js';
import { isPainted, openPdf, pageStructure, pageTexts } from '../support/pdf-pages.js';

const ROW: ReportRow = {
  heading: 'Åsa · Kuopion kaupunki',
  subheading: 'asa@example.org',
  paragraphs: [
    { label: 'Mistä on sovittu', text: 'Käymme yhdessä neuvolassa.\nToinen rivi.' },
    { text: 'Vapaa teksti' },
  ],
};

function reportOf(rows: readonly ReportRow[]): Promise<Buffer> {
  return writeTableReport({
    title: 'Yhteystietolomake',
    language: 'fi',
    created: new Date('2026-11-22T10:00:00Z'),
    intro: ['Tässä ovat ihmiset, jotka kohtasit.'],
    rows,
    pageLabel: (page, pages) => `Sivu ${page}/${pages}`,
  });
}

async function textsByPage(file: Buffer): Promise<string[][]> {
  const pdf = await openPdf(file);
  const pages: string[][] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    pages.push((await pageTexts(await pdf.getPage(number))).map(({ text }) => text));
  }
  return pages;
}

describe('table report', () => {
  it('is tagged, with a heading for the whole and for each row', async () => {
    const file = await reportOf([ROW]);
    const pdf = await openPdf(file);
    expect(await pageStructure(await pdf.getPage(1))).toBe('Root(Document(H1 P Sect(H2 P P P)))');
    expect(await textsByPage(file)).toEqual([
      [
        'Yhteystietolomake',
        'Tässä ovat ihmiset, jotka kohtasit.',
        'Åsa · Kuopion kaupunki',
        'asa@example.org',
        'Mistä on sovittu',
        'Käymme yhdessä neuvolassa.',
        'Toinen rivi.',
        'Vapaa teksti',
        'Yhteystietolomake',
        'Sivu 1/1',
      ],
    ]);
  });

  it('has a page even without rows', async () => {
    expect(await textsByPage(await reportOf([]))).toHaveLength(1);
  });

  it('numbers its pages and does not break a row that fits on one', async () => {
    const pages = await textsByPage(await reportOf(Array.from({ length: 30 }, () => ROW)));
    expect(pages.length).toBeGreaterThan(3);
    pages.forEach((texts, index) => {
      expect(texts.at(-1)).toBe(`Sivu ${index + 1}/${pages.length}`);
      expect(texts.filter((text) => text === ROW.heading)).toHaveLength(
        texts.filter((text) => text === 'Vapaa teksti').length,
      );
    });
    expect(pages.flat().filter((text) => text === ROW.heading)).toHaveLength(30);
  });

  it('goes on over as many pages as one long text needs, and loses no word of it', async () => {
    const words = Array.from({ length: 3000 }, (_, index) => `sana${index}`);
    const file = await reportOf([{ heading: 'Pitkä', paragraphs: [{ text: words.join(' ') }] }]);
    const found = (await textsByPage(file))
      .flat()
      .join(' ')
      .match(/sana\d+/g);
    expect(found).toEqual(words);
    const pdf = await openPdf(file);
    expect(await pageStructure(await pdf.getPage(2))).toBe('Root(Document(Sect(P)))');
  });

  it('stays inside the margins, whatever the texts (T41)', async () => {
    const texts = [...HOSTILE_TEXTS, 'W'.repeat(400)];
    const pdf = await openPdf(
      await reportOf(
        texts.map((text) => ({ heading: text, subheading: text, paragraphs: [{ label: text, text }] })),
      ),
    );
    const outside = (x: number, y: number): boolean => x < 18 || x > 192 || y < 12 || y > 289;
    for (let number = 1; number <= pdf.numPages; number += 1) {
      expect(await isPainted(pdf, await pdf.getPage(number), outside)).toBe(false);
    }
  });
});
