import { describe, expect, it } from 'vitest';

import { qrMatrix, qrPath, qrSvg } from './qr.js';

const LINK = 'https://hillo.example/b/abcdefghijklmnopqrstuvwxyz';

/** The three corners that every reader looks for. */
const FINDER = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111'];

describe('QR', () => {
  it('is a square with finder patterns in three corners', () => {
    const matrix = qrMatrix(LINK);
    const size = matrix.length;
    const corner = (top: number, left: number): string[] =>
      matrix.slice(top, top + 7).map((row) =>
        row
          .slice(left, left + 7)
          .map(Number)
          .join(''),
      );
    expect(matrix.every((row) => row.length === size)).toBe(true);
    expect([corner(0, 0), corner(0, size - 7), corner(size - 7, 0)]).toEqual([FINDER, FINDER, FINDER]);
  });

  it('is smaller for the same link in capitals', () => {
    expect(qrMatrix(LINK.toUpperCase()).length).toBeLessThan(qrMatrix(LINK).length);
  });

  it('draws each dark module once', () => {
    const path = qrPath(qrMatrix(LINK));
    const drawn = [...path.matchAll(/h(\d+)v1/g)].reduce((sum, [, width]) => sum + Number(width), 0);
    expect(drawn).toBe(qrMatrix(LINK).flat().filter(Boolean).length);
  });

  it('leaves a quiet zone of four modules in the SVG and takes no markup from the payload', () => {
    const svg = qrSvg('"><script>');
    expect(svg).toContain(`viewBox="0 0 ${qrMatrix('"><script>').length + 8} `);
    expect(svg).not.toContain('script');
  });
});
