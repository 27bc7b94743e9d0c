import { lineMetrics, printable, type FontWeight } from '../fonts.js';
import { manyLines } from '../plain-text.js';
import { wrap } from '../text-fit.js';
import { A4, MM, type StructureElement, type TaggedDocument } from './tagged-document.js';

export interface ReportStyle {
  weight: FontWeight;
  size: number;
  colour: string;
}

export interface ReportText {
  text: string;
  style: ReportStyle;
}

/** One element of the structure tree: its texts stand below each other, each beginning a new line. */
export interface ReportBlock {
  element: 'H1' | 'H2' | 'P';
  texts: readonly ReportText[];
  spaceBefore: number;
}

interface PlacedLine {
  line: string;
  style: ReportStyle;
  height: number;
}

const LEADING = 1.4;
export const REPORT_PAGE = {
  left: 20 * MM,
  width: A4.width - 40 * MM,
  top: 18 * MM,
  bottom: A4.height - 24 * MM,
} as const;

function linesOf({ text, style }: ReportText): PlacedLine[] {
  return manyLines(text)
    .split('\n')
    .flatMap((part) => wrap(printable(part).text, style.weight, style.size, REPORT_PAGE.width))
    .map((line) => ({ line, style, height: style.size * LEADING }));
}

function heightOf(block: ReportBlock): number {
  const lines = block.texts.flatMap(linesOf);
  return block.spaceBefore + lines.reduce((sum, line) => sum + line.height, 0);
}

/** Places blocks below each other and goes on to a new page when one is full. */
export class ReportFlow {
  private y = REPORT_PAGE.bottom;

  constructor(private readonly document: TaggedDocument) {}

  /** Blocks that belong together start on a new page if they would be broken here but fit on one page. */
  keepTogether(blocks: readonly ReportBlock[]): void {
    const height = blocks.reduce((sum, block) => sum + heightOf(block), 0);
    const fitsOnePage = height <= REPORT_PAGE.bottom - REPORT_PAGE.top;
    if (this.y + height > REPORT_PAGE.bottom && fitsOnePage) this.newPage();
  }

  place(parent: StructureElement, block: ReportBlock): void {
    const lines = block.texts.flatMap(linesOf);
    const first = lines[0];
    if (!first) return;
    this.y += block.spaceBefore;
    if (this.y + first.height > REPORT_PAGE.bottom) this.newPage();
    const pages: PlacedLine[][] = [[]];
    let end = this.y;
    for (const line of lines) {
      if (end + line.height > REPORT_PAGE.bottom) {
        pages.push([]);
        end = REPORT_PAGE.top;
      }
      pages.at(-1)?.push(line);
      end += line.height;
    }
    this.document.element(
      parent,
      block.element,
      pages.map((page) => () => this.draw(page)),
      { onNextPart: () => this.newPage() },
    );
  }

  /** A thin line between two entries; not at the top of a page, where the edge separates enough. */
  rule(colour: string, space: number): void {
    if (this.y <= REPORT_PAGE.top || this.y + 2 * space > REPORT_PAGE.bottom) return;
    const { pdf } = this.document;
    const y = this.y + space;
    this.document.artifact('Layout', () => {
      pdf
        .lineWidth(0.6)
        .moveTo(REPORT_PAGE.left, y)
        .lineTo(REPORT_PAGE.left + REPORT_PAGE.width, y)
        .stroke(colour);
    });
    this.y = y;
  }

  private draw(lines: readonly PlacedLine[]): void {
    for (const { line, style, height } of lines) {
      const { ascent, descent } = lineMetrics(style.weight, style.size);
      const top = this.y + (height - ascent - descent) / 2;
      const text = { lines: [line], weight: style.weight, size: style.size, lineHeight: height, height };
      this.document.lines(text, REPORT_PAGE.left, top, { colour: style.colour });
      this.y += height;
    }
  }

  private newPage(): void {
    this.document.addPage();
    this.y = REPORT_PAGE.top;
  }
}
