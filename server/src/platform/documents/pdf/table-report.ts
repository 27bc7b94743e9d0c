import { fit } from '../text-fit.js';
import { REPORT_PAGE, ReportFlow, type ReportBlock, type ReportStyle } from './report-flow.js';
import { MM, TaggedDocument, type DocumentHead } from './tagged-document.js';

export interface ReportRow {
  heading: string;
  /** One quiet line below the heading. */
  subheading?: string;
  /** `label` stands above the text, if given. */
  paragraphs: readonly { label?: string; text: string }[];
}

export interface Report extends DocumentHead {
  intro: readonly string[];
  rows: readonly ReportRow[];
  /** Text at the right end of the footer; the title stands at the left. */
  pageLabel: (page: number, pages: number) => string;
}

const STYLES = {
  title: { weight: 'bold', size: 22, colour: '#2c2118' },
  heading: { weight: 'bold', size: 14, colour: '#2c2118' },
  quiet: { weight: 'regular', size: 10.5, colour: '#5b4636' },
  label: { weight: 'bold', size: 9.5, colour: '#9c1f40' },
  body: { weight: 'regular', size: 11, colour: '#2c2118' },
} as const satisfies Record<string, ReportStyle>;
const RULE_COLOUR = '#d9c7a8';
const FOOTER_TOP = REPORT_PAGE.bottom + 6 * MM;

function rowBlocks(row: ReportRow): ReportBlock[] {
  const blocks: ReportBlock[] = [
    { element: 'H2', texts: [{ text: row.heading, style: STYLES.heading }], spaceBefore: 3.5 * MM },
  ];
  if (row.subheading) {
    blocks.push({ element: 'P', texts: [{ text: row.subheading, style: STYLES.quiet }], spaceBefore: 0 });
  }
  for (const { label, text } of row.paragraphs) {
    const texts = [{ text, style: STYLES.body }];
    blocks.push({
      element: 'P',
      texts: label ? [{ text: label, style: STYLES.label }, ...texts] : texts,
      spaceBefore: 1.5 * MM,
    });
  }
  return blocks;
}

function drawFooters(document: TaggedDocument, report: Report): void {
  const { pdf } = document;
  const { start, count } = pdf.bufferedPageRange();
  const half = REPORT_PAGE.width / 2;
  const style = { weight: 'regular', size: 9, smallest: 7 } as const;
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(start + index);
    document.artifact('Pagination', () => {
      const title = fit(report.title, style, { width: half * 1.4, lines: 1 });
      const page = fit(report.pageLabel(index + 1, count), style, { width: half * 0.6, lines: 1 });
      document.lines(title, REPORT_PAGE.left, FOOTER_TOP, { colour: STYLES.quiet.colour });
      document.lines(page, REPORT_PAGE.left, FOOTER_TOP, {
        colour: STYLES.quiet.colour,
        rightIn: REPORT_PAGE.width,
      });
    });
  }
}

/** A title, an introduction and one section for each row, flowing over A4 pages, as tagged PDF. A row is broken only if longer than a page. */
export async function writeTableReport(report: Report): Promise<Buffer> {
  const document = new TaggedDocument(report);
  const flow = new ReportFlow(document);
  flow.place(document.root, {
    element: 'H1',
    texts: [{ text: report.title, style: STYLES.title }],
    spaceBefore: 0,
  });
  for (const text of report.intro) {
    flow.place(document.root, { element: 'P', texts: [{ text, style: STYLES.body }], spaceBefore: 2 * MM });
  }
  for (const row of report.rows) {
    const blocks = rowBlocks(row);
    flow.rule(RULE_COLOUR, 4 * MM);
    flow.keepTogether(blocks);
    const section = document.section(document.root, 'Sect', row.heading);
    for (const block of blocks) flow.place(section, block);
    section.end();
  }
  drawFooters(document, report);
  return document.finish();
}
