import { fit } from '../text-fit.js';
import { drawTickBox, drawWritingLine, INK, QUIET_INK } from './card-ink.js';
import { A4, type DocumentHead, MM, type StructureElement, TaggedDocument } from './tagged-document.js';

/** People to tick off on paper, with empty lines for those who are not on the list. */
export interface TickList extends DocumentHead {
  /** When, where, how many. */
  intro: string;
  /** Headings of the three columns; the boxes stand before the first. */
  columns: readonly [string, string, string];
  rows: readonly (readonly [string, string, string])[];
  /** At least so many lines stay empty below the last name. */
  emptyLines: number;
  emptyTitle: string;
  /** `tick`: what a ticked box says, for people who cannot see it. */
  tick: string;
  pageLabel: (page: number, pages: number) => string;
}

const LEFT = 15 * MM;
const WIDTH = A4.width - 2 * LEFT;
const TOP = 15 * MM;
const BOTTOM = A4.height - 18 * MM;
const ROW = 9.4 * MM;
const TICK = 5 * MM;
const NAME = { x: LEFT + TICK + 4 * MM, width: 72 * MM } as const;
const FROM = { x: NAME.x + NAME.width + 3 * MM, width: 64 * MM } as const;
const CODE = { x: FROM.x + FROM.width + 3 * MM, width: LEFT + WIDTH - FROM.x - FROM.width - 3 * MM } as const;
const PLACES = [NAME, FROM, CODE] as const;

/** A list of A4 pages as tagged PDF: a table with its headings on each page, boxes in front, empty lines behind. */
export async function writeTickList(list: TickList): Promise<Buffer> {
  const document = new TaggedDocument(list);
  document.addPage();
  const title = fit(list.title, { weight: 'bold', size: 18, smallest: 12 }, { width: WIDTH, lines: 2 });
  document.element(document.root, 'H1', [() => document.lines(title, LEFT, TOP, { colour: INK })]);
  const intro = fit(list.intro, { weight: 'regular', size: 11, smallest: 9 }, { width: WIDTH, lines: 2 });
  const introTop = TOP + title.height + 1 * MM;
  document.element(document.root, 'P', [() => document.lines(intro, LEFT, introTop, { colour: QUIET_INK })]);
  let y = introTop + intro.height + 4 * MM;
  const table = document.section(document.root, 'Table', list.title);
  const head = document.section(table, 'TR');
  y = drawHead(document, head, list, y);
  head.end();
  for (const row of list.rows) {
    if (y + ROW > BOTTOM) y = nextPage(document, list);
    drawRow(document, table, row, list.tick, y);
    y += ROW;
  }
  table.end();
  drawEmptyLines(document, list, y);
  drawFooters(document, list);
  return document.finish();
}

/** In the structure on the first page only; on the others the headings are for the eye. */
function drawHead(
  document: TaggedDocument,
  row: StructureElement | undefined,
  { columns }: TickList,
  y: number,
): number {
  columns.forEach((text, index) => {
    const place = PLACES[index] ?? NAME;
    const fitted = fit(text, { weight: 'bold', size: 11, smallest: 8 }, { width: place.width, lines: 1 });
    const draw = () => document.lines(fitted, place.x, y, { colour: INK });
    if (row) document.element(row, 'TH', [draw]);
    else document.artifact('Pagination', draw);
  });
  return y + 7 * MM;
}

function nextPage(document: TaggedDocument, list: TickList): number {
  document.addPage();
  return drawHead(document, undefined, list, TOP);
}

function drawRow(
  document: TaggedDocument,
  table: StructureElement,
  cells: readonly [string, string, string],
  tick: string,
  y: number,
): void {
  const row = document.section(table, 'TR');
  const centre = y + ROW / 2;
  document.element(row, 'TD', [() => drawTickBox(document, LEFT, centre - TICK / 2, TICK)], { alt: tick });
  cells.forEach((text, index) => {
    const place = PLACES[index] ?? NAME;
    const weight = index === 1 ? 'regular' : 'bold';
    const fitted = fit(text, { weight, size: 12, smallest: 7 }, { width: place.width, lines: 1 });
    document.element(row, 'TD', [
      () => document.lines(fitted, place.x, centre - fitted.height / 2, { colour: INK }),
    ]);
  });
  row.end();
  document.artifact('Layout', () => drawWritingLine(document, LEFT, y + ROW, WIDTH));
}

function drawEmptyLines(document: TaggedDocument, list: TickList, from: number): void {
  const title = fit(list.emptyTitle, { weight: 'bold', size: 12, smallest: 9 }, { width: WIDTH, lines: 1 });
  let y = from + 5 * MM;
  if (y + title.height + 2 * ROW > BOTTOM) {
    document.addPage();
    y = TOP;
  }
  const top = y;
  document.element(document.root, 'P', [() => document.lines(title, LEFT, top, { colour: INK })]);
  y += title.height + 1 * MM;
  for (let line = 0; line < list.emptyLines || y + ROW <= BOTTOM; line += 1) {
    if (y + ROW > BOTTOM) y = nextPage(document, list);
    const at = y;
    document.artifact('Layout', () => {
      drawTickBox(document, LEFT, at + (ROW - TICK) / 2, TICK);
      for (const { x, width } of PLACES) drawWritingLine(document, x, at + ROW, width);
    });
    y += ROW;
  }
}

function drawFooters(document: TaggedDocument, list: TickList): void {
  const { pdf } = document;
  const { start, count } = pdf.bufferedPageRange();
  const style = { weight: 'regular', size: 9, smallest: 7 } as const;
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(start + index);
    document.artifact('Pagination', () => {
      const page = fit(list.pageLabel(index + 1, count), style, { width: WIDTH, lines: 1 });
      document.lines(page, LEFT, BOTTOM + 3 * MM, { colour: QUIET_INK, rightIn: WIDTH });
    });
  }
}
