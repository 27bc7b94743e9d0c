import { QUIET_ZONE, qrMatrix, qrPath } from '../qr.js';
import { fit } from '../text-fit.js';
import { drawBand, type Band, type Box } from './band.js';
import { MM, type StructureElement, type TaggedDocument } from './tagged-document.js';

/** A label that is nobody's yet: lines to write on, a QR code and six digits. */
export interface BlankLabel {
  blank: { name: string; from: string };
  qr: { payload: string; alt: string };
  code: string;
}

export interface Label {
  /** Read from across the room. */
  title: string;
  /** Smaller, right below the title. */
  subtitle?: string;
  /** In the middle, up to four lines. */
  text?: string;
  band: Band;
  /** What the code holds, and its description for people who cannot see it. */
  qr?: { payload: string; alt: string };
  /** Six digits; shown 3 + 3 so that they can be read out. */
  code?: string;
}

const BAND_WIDTH = 15 * MM;
const GAP = 4 * MM;
const QR_SIDE = 28 * MM;
const CODE_HEIGHT = 7 * MM;
const INK = '#1f1812';
const QUIET_INK = '#4a3a2c';

/** A code as it is shown: 3 + 3. */
export function grouped(code: string): string {
  return code.length === 6 ? `${code.slice(0, 3)} ${code.slice(3)}` : code;
}

/** Draws a QR code into a square box. */
export function drawQr(document: TaggedDocument, payload: string, box: Box): void {
  const matrix = qrMatrix(payload);
  // The paper around the box is white, so half of the quiet zone may lie outside of it.
  const margin = QUIET_ZONE / 2;
  const scale = box.width / (matrix.length + 2 * margin);
  const { pdf } = document;
  pdf.save().translate(box.x, box.y).scale(scale);
  pdf.path(qrPath(matrix, margin)).fill('#000000');
  pdf.restore();
}

/** Draws one label into a box; nothing leaves the box, whatever the texts. */
export function drawLabel(document: TaggedDocument, parent: StructureElement, label: Label, box: Box): void {
  const { pdf } = document;
  const section = document.section(parent, 'Sect', label.title);
  pdf.save().rect(box.x, box.y, box.width, box.height).clip();

  const left = box.x + BAND_WIDTH + GAP;
  const width = box.width - BAND_WIDTH - GAP;
  const bottom = box.y + box.height;
  let top = box.y;

  const hasRightColumn = label.qr !== undefined || label.code !== undefined;
  const subtitle = label.subtitle
    ? fit(label.subtitle, { weight: 'regular', size: 15, smallest: 8 }, { width, lines: 1 })
    : undefined;
  const head = box.height - QR_SIDE - CODE_HEIGHT - (subtitle?.height ?? 0);
  const title = fit(
    label.title,
    { weight: 'bold', size: 40, smallest: 12, leading: 1.1 },
    { width, lines: 3, height: head },
  );
  document.element(section, 'H1', [() => document.lines(title, left, top, { colour: INK })]);
  top += title.height;

  if (subtitle) {
    document.element(section, 'P', [() => document.lines(subtitle, left, top, { colour: INK })]);
    top += subtitle.height;
  }

  const qrBox: Box = {
    x: box.x + box.width - QR_SIDE,
    y: bottom - CODE_HEIGHT - QR_SIDE,
    width: QR_SIDE,
    height: QR_SIDE,
  };
  const textTop = Math.max(top + 1.5 * MM, hasRightColumn ? qrBox.y + 1 * MM : 0);
  const textWidth = hasRightColumn ? width - QR_SIDE - 1 * MM : width;
  const caption = fit(
    label.band.caption,
    { weight: 'regular', size: 9.5, smallest: 6.5 },
    { width: textWidth, lines: 2, height: 8 * MM },
  );
  const captionTop = bottom - caption.height;
  if (label.text) {
    const room = captionTop - 1.5 * MM - textTop;
    const text = fit(
      label.text,
      { weight: 'bold', size: 14, smallest: 7, leading: 1.18 },
      { width: textWidth, lines: 5, height: room },
    );
    document.element(section, 'P', [() => document.lines(text, left, textTop, { colour: INK })]);
  }
  document.element(section, 'P', [() => document.lines(caption, left, captionTop, { colour: QUIET_INK })]);
  document.element(
    section,
    'Figure',
    [() => drawBand(document, label.band, { x: box.x, y: box.y, width: BAND_WIDTH, height: box.height })],
    { alt: label.band.caption },
  );

  const { qr, code } = label;
  if (qr) document.element(section, 'Figure', [() => drawQr(document, qr.payload, qrBox)], { alt: qr.alt });
  if (code) {
    const digits = fit(
      grouped(code),
      { weight: 'bold', size: 17, smallest: 9 },
      { width: QR_SIDE, lines: 1 },
    );
    const codeTop = bottom - CODE_HEIGHT + (CODE_HEIGHT - digits.height) / 2 + 0.5 * MM;
    document.element(section, 'P', [
      () => document.lines(digits, qrBox.x, codeTop, { colour: INK, centredIn: QR_SIDE }),
    ]);
  }
  pdf.restore();
  section.end();
}
