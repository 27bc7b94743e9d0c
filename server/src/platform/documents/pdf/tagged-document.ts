import PDFDocument from 'pdfkit';

import { fontBytes, lineMetrics } from '../fonts.js';
import { oneLine } from '../plain-text.js';
import type { FittedText } from '../text-fit.js';

export interface DocumentHead {
  title: string;
  /** BCP 47; read aloud in this language. */
  language: string;
  /** When the document was made; handed in, so that the same input gives the same file. */
  created: Date;
}

export type StructureElement = PDFKit.PDFStructureElement;

/** Points in a millimetre. */
export const MM = 72 / 25.4;
export const A4 = { width: 210 * MM, height: 297 * MM } as const;

interface LineOptions {
  colour: string;
  /** Width in which each line is centred, or set at the right end. */
  centredIn?: number;
  rightIn?: number;
}

/** pdfkit has no option for it: Acrobat then offers to print at 100 % instead of "fit to page". */
function printUnscaled(document: PDFKit.PDFDocument): void {
  const root = (
    document as unknown as { _root: { data: { ViewerPreferences: { data: Record<string, unknown> } } } }
  )._root;
  root.data.ViewerPreferences.data['PrintScaling'] = 'None';
}

/**
 * A PDF whose content is marked for screen readers: everything drawn is either in the structure tree below `Document` or marked as an
 * artifact. Pages are A4 with no margins: whoever draws, places.
 */
export class TaggedDocument {
  readonly pdf: PDFKit.PDFDocument;
  readonly root: StructureElement;

  constructor(head: DocumentHead, options: { unscaled?: boolean } = {}) {
    const title = oneLine(head.title);
    this.pdf = new PDFDocument({
      size: 'A4',
      margin: 0,
      autoFirstPage: false,
      bufferPages: true,
      pdfVersion: '1.7',
      tagged: true,
      lang: head.language,
      displayTitle: true,
      info: { Title: title, Creator: 'Hillo', Producer: 'Hillo', CreationDate: head.created },
    });
    if (options.unscaled) printUnscaled(this.pdf);
    this.pdf.registerFont('regular', fontBytes('regular'));
    this.pdf.registerFont('bold', fontBytes('bold'));
    this.root = this.pdf.struct('Document', { lang: head.language, title });
    this.pdf.addStructure(this.root);
  }

  addPage(layout: 'portrait' | 'landscape' = 'portrait'): void {
    this.pdf.addPage({ size: 'A4', layout, margin: 0 });
  }

  /** A container such as `Sect`; end it when its children are drawn. `language`: where it is not the document's. */
  section(
    parent: StructureElement,
    type: 'Sect' | 'Table' | 'TR',
    title?: string,
    language?: string,
  ): StructureElement {
    const section = this.pdf.struct(type, {
      ...(title === undefined ? {} : { title: oneLine(title) }),
      ...(language === undefined ? {} : { lang: language }),
    });
    parent.add(section);
    return section;
  }

  /**
   * One element with content. `draw` holds one part for each page that the element is on; `onNextPart` turns the page between them.
   * `alt` says in words what a figure shows.
   */
  element(
    parent: StructureElement,
    type: 'H1' | 'H2' | 'P' | 'TH' | 'TD' | 'Figure',
    draw: readonly (() => void)[],
    options: { alt?: string; onNextPart?: () => void } = {},
  ): void {
    const element = this.pdf.struct(type, options.alt === undefined ? {} : { alt: oneLine(options.alt) });
    parent.add(element);
    draw.forEach((part, index) => {
      if (index > 0) options.onNextPart?.();
      element.add(this.pdf.markStructureContent(type));
      part();
      this.pdf.endMarkedContent();
    });
    element.end();
  }

  /** Drawn but not read aloud. */
  artifact(type: 'Pagination' | 'Layout' | 'Page', draw: () => void): void {
    this.pdf.markContent('Artifact', { type });
    draw();
    this.pdf.endMarkedContent();
  }

  /** Lines placed one by one, so that nothing but the caller decides where they break. */
  lines(text: FittedText, x: number, top: number, options: LineOptions): void {
    const { ascent } = lineMetrics(text.weight, text.size);
    this.pdf.font(text.weight, text.size).fillColor(options.colour);
    text.lines.forEach((line, index) => {
      const width = this.pdf.widthOfString(line);
      const left = x + ((options.centredIn ?? width) - width) / 2 + ((options.rightIn ?? width) - width);
      this.pdf.text(line, left, top + ascent + index * text.lineHeight, {
        lineBreak: false,
        baseline: 'alphabetic',
      });
    });
  }

  async finish(): Promise<Buffer> {
    this.root.end();
    const chunks: Buffer[] = [];
    const done = new Promise<void>((resolve, reject) => {
      this.pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
      this.pdf.on('end', resolve);
      this.pdf.on('error', reject);
    });
    this.pdf.end();
    await done;
    return Buffer.concat(chunks);
  }
}
