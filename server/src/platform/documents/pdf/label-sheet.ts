import { fit } from '../text-fit.js';
import type { Box } from './band.js';
import { drawBlankLabel } from './blank-label.js';
import { type BlankLabel, drawLabel, type Label } from './label.js';
import { drawTextLabel, type TextLabel } from './text-label.js';
import { A4, MM, TaggedDocument, type DocumentHead } from './tagged-document.js';

export interface LabelSheet extends DocumentHead {
  labels: readonly (Label | BlankLabel | TextLabel)[];
  /** Told beside the ruler on the first page: that the sheet is printed at 100 % and how long the ruler is then. */
  printNote: string;
}

const COLUMNS = 2;
const ROWS = 4;
/** A7 lying: eight of them leave one millimetre of A4's height, shared between above and below. */
const CELL = { width: 105 * MM, height: 74 * MM } as const;
const FIRST_ROW = (A4.height - ROWS * CELL.height) / 2;
/** What home and office printers cannot reach. It is the padding of each label too, so all eight look alike. */
const EDGE = 8 * MM;
const SAFE = EDGE + 0.5 * MM;
const MARK = 4 * MM;
const RULER = 50 * MM;
const MARK_INK = '#8a8078';

function contentBox(index: number): Box {
  const column = index % COLUMNS;
  const row = Math.floor(index / COLUMNS);
  return {
    x: column * CELL.width + SAFE,
    y: FIRST_ROW + row * CELL.height + SAFE,
    width: CELL.width - 2 * SAFE,
    height: CELL.height - 2 * SAFE,
  };
}

/** Ends of each cut at the sides of the page, and a cross where two cuts meet; all of it outside of the labels' content. */
function drawCutMarks(document: TaggedDocument): void {
  const { pdf } = document;
  const middle = A4.width / 2;
  pdf.lineWidth(0.25 * MM);
  for (let row = 1; row < ROWS; row += 1) {
    const y = FIRST_ROW + row * CELL.height;
    pdf.moveTo(SAFE, y).lineTo(SAFE + MARK, y);
    pdf.moveTo(A4.width - SAFE - MARK, y).lineTo(A4.width - SAFE, y);
    pdf.moveTo(middle - MARK, y).lineTo(middle + MARK, y);
    pdf.moveTo(middle, y - MARK).lineTo(middle, y + MARK);
  }
  pdf.moveTo(middle, SAFE).lineTo(middle, SAFE + MARK);
  pdf.moveTo(middle, A4.height - SAFE - MARK).lineTo(middle, A4.height - SAFE);
  pdf.stroke(MARK_INK);
}

/** The ruler lies on the cut between the second and the third row, so that hardly anything of it stays on a label. */
function drawRuler(document: TaggedDocument, note: string): void {
  const { pdf } = document;
  const y = FIRST_ROW + 2 * CELL.height;
  const x = (CELL.width - RULER) / 2;
  pdf
    .lineWidth(0.25 * MM)
    .moveTo(x, y)
    .lineTo(x + RULER, y);
  for (let tick = 0; tick <= 10; tick += 1) {
    const length = tick % 10 === 0 ? 2.4 * MM : tick === 5 ? 1.6 * MM : 1 * MM;
    pdf.moveTo(x + tick * 5 * MM, y - length).lineTo(x + tick * 5 * MM, y + length);
  }
  pdf.stroke(MARK_INK);
  const width = CELL.width - 2 * SAFE - MARK;
  const text = fit(note, { weight: 'regular', size: 7, smallest: 5 }, { width, lines: 1 });
  document.lines(text, SAFE, y - 2.6 * MM - text.height, {
    colour: '#4a3a2c',
    centredIn: CELL.width - 2 * SAFE,
  });
}

/**
 * Labels of A7 (105 × 74 mm), eight on a page of A4, as tagged PDF. Nothing is drawn within 8 mm of the paper's edge, and viewers are
 * told not to scale.
 */
export async function writeLabelSheet(sheet: LabelSheet): Promise<Buffer> {
  const document = new TaggedDocument(sheet, { unscaled: true });
  const perPage = COLUMNS * ROWS;
  const pages = Math.max(1, Math.ceil(sheet.labels.length / perPage));
  for (let page = 0; page < pages; page += 1) {
    document.addPage();
    document.artifact('Layout', () => drawCutMarks(document));
    if (page === 0) document.element(document.root, 'P', [() => drawRuler(document, sheet.printNote)]);
    sheet.labels.slice(page * perPage, (page + 1) * perPage).forEach((label, index) => {
      if ('blank' in label) drawBlankLabel(document, document.root, label, contentBox(index));
      else if ('heading' in label) drawTextLabel(document, document.root, label, contentBox(index));
      else drawLabel(document, document.root, label, contentBox(index));
    });
  }
  return document.finish();
}
