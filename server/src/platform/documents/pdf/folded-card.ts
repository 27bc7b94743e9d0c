import { drawCardInside } from './card-inside.js';
import { drawCardOutside } from './card-outside.js';
import { A4, MM, type StructureElement, TaggedDocument } from './tagged-document.js';

/** One person's card on paper. All words are in its language. */
export interface FoldedCard {
  /** BCP 47. */
  language: string;
  /** Names the card in the structure tree: whose it is. */
  title: string;
  front: {
    heading: string;
    /** When and where. */
    place: string;
    squares: readonly { prompt: string; coloured: boolean }[];
    /** What the mark of a coloured square means, for the square and for the key below. */
    colouredMark: string;
    colouredKey: string;
    /** What the six boxes of a square are for. */
    codeKey: string;
  };
  back: {
    /** Empty on a card that is nobody's yet: a line to write on. */
    name: string;
    affiliation: string;
    nameLabel: string;
    codeLabel: string;
    /** Six digits. */
    code: string;
    qr: { payload: string; alt: string };
    howTitle: string;
    steps: readonly string[];
  };
  inside: {
    heading: string;
    line: { name: string; code: string; agreed: string; nextStep: string };
    boxesTitle: string;
    boxes: readonly { text: string; ticked: boolean }[];
    footer: string;
  };
}

export interface CardFile {
  title: string;
  language: string;
  created: Date;
  cards: readonly FoldedCard[];
}

/** A panel of A5: half of a lying A4, inside of what printers cannot reach and clear of the fold. */
export interface Panel {
  x: number;
  y: number;
  width: number;
  height: number;
}

const PAPER = { width: A4.height, height: A4.width } as const;
const EDGE = 8.6 * MM;
const panel = (x: number): Panel => ({
  x: x + EDGE,
  y: EDGE,
  width: PAPER.width / 2 - 2 * EDGE,
  height: PAPER.height - 2 * EDGE,
});
const LEFT = panel(0);
const RIGHT = panel(PAPER.width / 2);

/** Short dashes at both ends of the fold. */
function drawFold(document: TaggedDocument): void {
  const { pdf } = document;
  const x = PAPER.width / 2;
  pdf.moveTo(x, EDGE).lineTo(x, EDGE + 5 * MM);
  pdf.moveTo(x, PAPER.height - EDGE - 5 * MM).lineTo(x, PAPER.height - EDGE);
  pdf
    .lineWidth(0.3 * MM)
    .dash(1 * MM, {})
    .stroke('#8a8078');
  pdf.undash();
}

/**
 * Bingo cards on paper (S58, S77) as tagged PDF: each two lying pages of A4, printed on both sides of one sheet (turned over
 * the short edge) and folded to A5. Outside the squares and the own code, inside nine lines. Nothing within 8 mm of the edge.
 */
export async function writeFoldedCards(file: CardFile): Promise<Buffer> {
  const document = new TaggedDocument(file);
  const side = (draw: () => void) => {
    document.addPage('landscape');
    document.artifact('Layout', () => drawFold(document));
    draw();
  };
  for (const card of file.cards) {
    const section: StructureElement = document.section(document.root, 'Sect', card.title, card.language);
    side(() => drawCardOutside(document, section, card, { front: RIGHT, back: LEFT }));
    side(() => drawCardInside(document, section, card.inside, [LEFT, RIGHT]));
    section.end();
  }
  return document.finish();
}
