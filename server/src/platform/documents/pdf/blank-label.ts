import { fit } from '../text-fit.js';
import type { Box } from './band.js';
import { type BlankLabel, drawQr, grouped } from './label.js';
import { MM, type StructureElement, type TaggedDocument } from './tagged-document.js';

const QR_SIDE = 32 * MM;
const GAP = 5 * MM;
const INK = '#1f1812';
const QUIET_INK = '#4a3a2c';
const LINE = '#8a8078';

/** A label to be written by hand: a line for the name across it, one for where somebody comes from, QR and code below. */
export function drawBlankLabel(
  document: TaggedDocument,
  parent: StructureElement,
  { blank, qr, code }: BlankLabel,
  box: Box,
): void {
  const { pdf } = document;
  const section = document.section(parent, 'Sect', grouped(code));
  const left = { x: box.x, width: box.width - QR_SIDE - GAP };
  const bottom = box.y + box.height;
  const lines = [
    { y: box.y + 21 * MM, width: box.width, word: blank.name },
    { y: box.y + 36 * MM, width: left.width, word: blank.from },
  ];
  document.artifact('Layout', () => {
    for (const { y, width } of lines) pdf.moveTo(left.x, y).lineTo(left.x + width, y);
    pdf.lineWidth(0.3 * MM).stroke(LINE);
  });
  for (const { y, width, word } of lines) {
    const text = fit(word, { weight: 'regular', size: 9.5, smallest: 7 }, { width, lines: 1 });
    document.element(section, 'P', [() => document.lines(text, left.x, y + 0.6 * MM, { colour: QUIET_INK })]);
  }
  const qrBox: Box = {
    x: box.x + box.width - QR_SIDE,
    y: bottom - QR_SIDE,
    width: QR_SIDE,
    height: QR_SIDE,
  };
  document.element(section, 'Figure', [() => drawQr(document, qr.payload, qrBox)], { alt: qr.alt });
  const digits = fit(
    grouped(code),
    { weight: 'bold', size: 26, smallest: 12 },
    { width: left.width, lines: 1 },
  );
  document.element(section, 'P', [
    () => document.lines(digits, left.x, bottom - digits.height, { colour: INK }),
  ]);
  section.end();
}
