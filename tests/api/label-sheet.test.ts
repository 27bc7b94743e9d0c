import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { BAND_PATTERNS } from '../../server/src/platform/documents/pdf/band.js';
import type { Label } from '../../server/src/platform/documents/pdf/label.js';
import { writeLabelSheet } from '../../server/src/platform/documents/pdf/label-sheet.js';
import { TaggedDocument } from '../../server/src/platform/documents/pdf/tagged-document.js';
import { HOSTILE_TEXTS } from '../support/hostile-text.js';
import { isPainted, openPdf, pageStructure, pageTexts } from '../support/pdf-pages.js';

const MM = 72 / 25.4;
const PAPER = { width: 210, height: 297 };
const EDGE = 8;
const nearEdge = (x: number, y: number): boolean =>
  x < EDGE || y < EDGE || x > PAPER.width - EDGE || y > PAPER.height - EDGE;

const LABEL: Label = {
  title: 'Åsa',
  text: 'Kuopion kaupunki',
  band: {
    colour: '#3b4a8c',
    pattern: 'waves',
    icon: { viewBox: 24, path: 'M12 2 2 8v2h20V8zM4 12v7H2v3h20v-3h-2v-7z' },
    caption: 'Kunta',
  },
  qr: { payload: 'HTTPS://HILLO.EXAMPLE/B/ABCDEFGHIJKLMNOP', alt: 'QR-koodi' },
  code: '123456',
};
const CHILD: Label = { ...LABEL, title: 'Onni', qr: undefined, code: undefined };

function sheetOf(labels: readonly Label[], created = new Date('2026-11-22T10:00:00Z')): Promise<Buffer> {
  return writeLabelSheet({
    title: 'Rintaliput',
    language: 'fi',
    created,
    labels,
    printNote: 'Tulosta koossa 100 %',
  });
}

describe('label sheet', () => {
  it('is a tagged PDF on A4 that viewers do not scale', async () => {
    const pdf = await openPdf(await sheetOf(Array.from({ length: 9 }, () => LABEL)));
    expect(pdf.numPages).toBe(2);
    const page = await pdf.getPage(1);
    expect([page.view[2], page.view[3]].map((side) => Math.round(Number(side) / MM))).toEqual([
      PAPER.width,
      PAPER.height,
    ]);
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: 'Rintaliput', Language: 'fi' });
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    expect(await pdf.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true, PrintScaling: 'None' });
    const sect = 'Sect(H1 P P Figure:Kunta Figure:QR-koodi P)';
    expect(await pageStructure(page)).toBe(
      `Root(Document(P ${Array.from({ length: 8 }, () => sect).join(' ')}))`,
    );
    expect(await pageStructure(await pdf.getPage(2))).toBe(`Root(Document(${sect}))`);
  });

  it('shows the code 3 + 3, and neither code nor QR where there is none', async () => {
    const pdf = await openPdf(await sheetOf([LABEL, CHILD]));
    const page = await pdf.getPage(1);
    const texts = (await pageTexts(page)).map(({ text }) => text);
    expect(texts).toEqual([
      'Tulosta koossa 100 %',
      'Åsa',
      'Kuopion',
      'kaupunki',
      'Kunta',
      '123 456',
      'Onni',
      'Kuopion kaupunki',
      'Kunta',
    ]);
    expect(await pageStructure(page)).toContain('Sect(H1 P P Figure:Kunta))');
  });

  it('draws Cyrillic, Greek and Sámi letters, and a sign for letters that the font lacks', async () => {
    const titles = ['Елена', 'Ελένη', 'Máhtte Ŋŋ', 'ليلى'];
    const pdf = await openPdf(await sheetOf(titles.map((title) => ({ ...CHILD, title, text: undefined }))));
    const texts = (await pageTexts(await pdf.getPage(1))).map(({ text }) => text);
    expect(texts.filter((text) => !['Kunta', 'Tulosta koossa 100 %'].includes(text))).toEqual([
      ...titles.slice(0, 3),
      '\ufffd'.repeat(4),
    ]);
  });

  it('is the same file for the same input', async () => {
    expect((await sheetOf([LABEL])).equals(await sheetOf([LABEL]))).toBe(true);
    expect((await sheetOf([LABEL])).equals(await sheetOf([{ ...LABEL, title: 'Aino' }]))).toBe(false);
  });

  it('paints nothing within 8 mm of the edge, whatever the texts', async () => {
    const labels = [...HOSTILE_TEXTS, 'W'.repeat(300), 'Z̷̢͖̺̿̍̀'.repeat(200), 'Pitkä nimi '.repeat(60)].map(
      (text, index): Label => ({
        ...LABEL,
        title: text,
        subtitle: text,
        text,
        band: {
          ...LABEL.band,
          caption: text,
          pattern: BAND_PATTERNS[index % BAND_PATTERNS.length] ?? 'plain',
        },
      }),
    );
    const pdf = await openPdf(await sheetOf(labels));
    for (let number = 1; number <= pdf.numPages; number += 1) {
      expect(await isPainted(pdf, await pdf.getPage(number), nearEdge)).toBe(false);
    }
    expect(await isPainted(pdf, await pdf.getPage(1), (x, y) => !nearEdge(x, y))).toBe(true);
  });

  it('would be caught painting near the edge', async () => {
    const document = new TaggedDocument({ title: 'x', language: 'fi', created: new Date(0) });
    document.addPage();
    document.artifact('Layout', () => document.pdf.rect(100 * MM, 7 * MM, 1 * MM, 0.5 * MM).fill('#bbbbbb'));
    const pdf = await openPdf(await document.finish());
    expect(await isPainted(pdf, await pdf.getPage(1), nearEdge)).toBe(true);
  });

  it('keeps every text inside its own label (T47)', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 });
    // Many labels on a sheet: writing and reading a file costs more than drawing a label.
    const labels = fc.array(fc.record({ title: text, subtitle: text, text }), {
      minLength: 40,
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(labels, async (texts) => {
        const pdf = await openPdf(await sheetOf(texts.flatMap((each) => [CHILD, { ...LABEL, ...each }])));
        for (let number = 1; number <= pdf.numPages; number += 1) {
          const placed = (await pageTexts(await pdf.getPage(number))).filter(({ x }) => x > 105 * MM);
          expect(placed.length).toBeGreaterThan(0);
          for (const { x, width } of placed) {
            expect(x).toBeGreaterThanOrEqual((105 + EDGE) * MM);
            expect(x + width).toBeLessThanOrEqual((PAPER.width - EDGE) * MM + 0.01);
          }
        }
      }),
      { numRuns: 3 },
    );
  });
});
