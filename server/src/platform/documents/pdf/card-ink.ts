import { MM, type TaggedDocument } from './tagged-document.js';

/** Colours and small shapes of cards and lists on paper; all of them survive a grey printer. */
export const INK = '#1f1812';
export const QUIET_INK = '#4a3a2c';
export const RULE_INK = '#8a8078';
export const JAM = '#b01e50';
export const TINT = '#fbeef3';

/** Six boxes for the digits of a code, 3 + 3, from the upper left corner. */
export function drawDigitBoxes(document: TaggedDocument, x: number, y: number, side: number): void {
  const { pdf } = document;
  for (let digit = 0; digit < 6; digit += 1)
    pdf.rect(x + digit * side + (digit > 2 ? 0.4 * side : 0), y, side, side);
  pdf.lineWidth(0.25 * MM).stroke(RULE_INK);
}

/** How wide {@link drawDigitBoxes} draws with this side. */
export function digitBoxesWidth(side: number): number {
  return 6.4 * side;
}

/** The sign of a coloured square. */
export function drawDiamond(document: TaggedDocument, x: number, y: number, side: number): void {
  const half = side / 2;
  document.pdf
    .moveTo(x + half, y)
    .lineTo(x + side, y + half)
    .lineTo(x + half, y + side)
    .lineTo(x, y + half)
    .closePath()
    .fill(JAM);
}

/** A box to tick, ticked perhaps. */
export function drawTickBox(
  document: TaggedDocument,
  x: number,
  y: number,
  side: number,
  ticked = false,
): void {
  const { pdf } = document;
  pdf
    .rect(x, y, side, side)
    .lineWidth(0.4 * MM)
    .stroke(INK);
  if (!ticked) return;
  pdf
    .moveTo(x + 0.2 * side, y + 0.55 * side)
    .lineTo(x + 0.42 * side, y + 0.78 * side)
    .lineTo(x + 0.82 * side, y + 0.22 * side)
    .lineWidth(0.6 * MM)
    .stroke(INK);
}

/** A line to write on. */
export function drawWritingLine(document: TaggedDocument, x: number, y: number, width: number): void {
  document.pdf
    .moveTo(x, y)
    .lineTo(x + width, y)
    .lineWidth(0.25 * MM)
    .stroke(RULE_INK);
}
