import { fit, type FittedText } from '../text-fit.js';
import {
  digitBoxesWidth,
  drawDiamond,
  drawDigitBoxes,
  drawWritingLine,
  INK,
  JAM,
  QUIET_INK,
  RULE_INK,
  TINT,
} from './card-ink.js';
import type { FoldedCard, Panel } from './folded-card.js';
import { drawQr, grouped } from './label.js';
import { MM, type StructureElement, type TaggedDocument } from './tagged-document.js';

/** Read at arm's length in a dim hall: prompts never get smaller. */
const PROMPT_SIZE = 14;
const SMALLEST = 12;
const SQUARE_HEIGHT = 53 * MM;
const PADDING = 1.6 * MM;
const BOX_SIDE = 5.6 * MM;
const DIAMOND = 5 * MM;
const QR_SIDE = 44 * MM;

/** The two panels that show when the card is folded: the squares in front, own code and how to play behind. */
export function drawCardOutside(
  document: TaggedDocument,
  parent: StructureElement,
  card: FoldedCard,
  panels: { front: Panel; back: Panel },
): void {
  drawFront(document, parent, card.front, panels.front);
  drawBack(document, parent, card.back, panels.back);
}

function drawFront(
  document: TaggedDocument,
  parent: StructureElement,
  front: FoldedCard['front'],
  panel: Panel,
): void {
  const below = new Column(document, parent, panel);
  below.text(
    'H1',
    front.heading,
    { weight: 'bold', size: 18, smallest: SMALLEST },
    { lines: 2, height: 15 * MM },
  );
  below.text('P', front.place, { weight: 'regular', size: 12, smallest: SMALLEST }, { lines: 1 }, QUIET_INK);
  below.space(2 * MM);
  const top = below.y;
  const width = panel.width / 3;
  front.squares.forEach((square, index) => {
    const x = panel.x + (index % 3) * width;
    const y = top + Math.floor(index / 3) * SQUARE_HEIGHT;
    drawSquare(document, parent, { number: index + 1, ...square, mark: front.colouredMark }, { x, y, width });
  });
  below.space(3 * SQUARE_HEIGHT + 1.5 * MM);
  const key = fit(
    front.colouredKey,
    { weight: 'regular', size: 12, smallest: SMALLEST },
    { width: panel.width - DIAMOND - 2 * MM, lines: 1 },
  );
  const y = below.y;
  document.element(parent, 'P', [
    () => {
      drawDiamond(document, panel.x, y + (key.height - DIAMOND) / 2, DIAMOND);
      document.lines(key, panel.x + DIAMOND + 2 * MM, y, { colour: INK });
    },
  ]);
  below.space(key.height);
  below.text('P', front.codeKey, { weight: 'regular', size: 12, smallest: SMALLEST }, { lines: 1 });
}

interface Square {
  number: number;
  prompt: string;
  coloured: boolean;
  mark: string;
}

function drawSquare(
  document: TaggedDocument,
  parent: StructureElement,
  { number, prompt, coloured, mark }: Square,
  { x, y, width }: { x: number; y: number; width: number },
): void {
  const { pdf } = document;
  document.artifact('Layout', () => {
    if (coloured) pdf.rect(x, y, width, SQUARE_HEIGHT).fill(TINT);
    pdf
      .rect(x, y, width, SQUARE_HEIGHT)
      .lineWidth(0.4 * MM)
      .stroke(INK);
    if (coloured)
      pdf
        .rect(x + 0.9 * MM, y + 0.9 * MM, width - 1.8 * MM, SQUARE_HEIGHT - 1.8 * MM)
        .lineWidth(0.4 * MM)
        .stroke(JAM);
    const boxes = digitBoxesWidth(BOX_SIDE);
    drawDigitBoxes(document, x + (width - boxes) / 2, y + SQUARE_HEIGHT - BOX_SIDE - 2 * MM, BOX_SIDE);
  });
  const figure = fit(`${number}.`, { weight: 'bold', size: 13, smallest: 13 }, { width, lines: 1 });
  const words = fit(
    prompt,
    { weight: 'regular', size: PROMPT_SIZE, smallest: PROMPT_SIZE, leading: 1.12 },
    {
      width: width - 2 * PADDING,
      lines: 6,
      height: SQUARE_HEIGHT - BOX_SIDE - figure.height - 4 * MM,
    },
  );
  document.element(parent, 'P', [
    () => {
      document.lines(figure, x + PADDING, y + 1 * MM, { colour: QUIET_INK });
      document.lines(words, x + PADDING, y + 1 * MM + figure.height, { colour: INK });
    },
  ]);
  if (coloured)
    document.element(
      parent,
      'Figure',
      [() => drawDiamond(document, x + width - DIAMOND - 1.8 * MM, y + 1.8 * MM, DIAMOND)],
      { alt: mark },
    );
}

function drawBack(
  document: TaggedDocument,
  parent: StructureElement,
  back: FoldedCard['back'],
  panel: Panel,
): void {
  const below = new Column(document, parent, panel);
  if (back.name === '') {
    below.text(
      'P',
      back.nameLabel,
      { weight: 'regular', size: 12, smallest: SMALLEST },
      { lines: 1 },
      QUIET_INK,
    );
    below.space(13 * MM);
    const y = below.y;
    document.artifact('Layout', () => drawWritingLine(document, panel.x, y, panel.width));
  } else {
    below.text('H2', back.name, { weight: 'bold', size: 26, smallest: 14 }, { lines: 2, height: 22 * MM });
    if (back.affiliation !== '')
      below.text('P', back.affiliation, { weight: 'regular', size: 14, smallest: SMALLEST }, { lines: 2 });
  }
  below.space(6 * MM);
  const top = below.y;
  const beside = panel.width - QR_SIDE - 6 * MM;
  const label = fit(
    back.codeLabel,
    { weight: 'regular', size: 13, smallest: SMALLEST },
    { width: beside, lines: 2 },
  );
  const code = fit(
    grouped(back.code),
    { weight: 'bold', size: 44, smallest: 24 },
    { width: beside, lines: 1 },
  );
  document.element(parent, 'P', [
    () => {
      document.lines(label, panel.x, top + 6 * MM, { colour: QUIET_INK });
      document.lines(code, panel.x, top + 7 * MM + label.height, { colour: INK });
    },
  ]);
  const qrBox = { x: panel.x + panel.width - QR_SIDE, y: top, width: QR_SIDE, height: QR_SIDE };
  document.element(parent, 'Figure', [() => drawQr(document, back.qr.payload, qrBox)], { alt: back.qr.alt });
  below.space(QR_SIDE + 6 * MM);
  const line = below.y;
  document.artifact('Layout', () =>
    document.pdf
      .moveTo(panel.x, line)
      .lineTo(panel.x + panel.width, line)
      .lineWidth(0.4 * MM)
      .stroke(RULE_INK),
  );
  below.space(5 * MM);
  below.text('H2', back.howTitle, { weight: 'bold', size: 17, smallest: SMALLEST }, { lines: 1 });
  for (const step of back.steps) {
    below.space(2.2 * MM);
    below.text('P', step, { weight: 'regular', size: 14, smallest: SMALLEST }, { lines: 4 });
  }
}

/** Texts below each other in a panel. */
class Column {
  y: number;

  constructor(
    private readonly document: TaggedDocument,
    private readonly parent: StructureElement,
    private readonly panel: Panel,
  ) {
    this.y = panel.y;
  }

  space(height: number): void {
    this.y += height;
  }

  text(
    element: 'H1' | 'H2' | 'P',
    text: string,
    style: Parameters<typeof fit>[1],
    box: { lines: number; height?: number },
    colour = INK,
  ): void {
    const fitted: FittedText = fit(text, style, { width: this.panel.width, ...box });
    const { y } = this;
    this.document.element(this.parent, element, [
      () => this.document.lines(fitted, this.panel.x, y, { colour }),
    ]);
    this.y += fitted.height;
  }
}
