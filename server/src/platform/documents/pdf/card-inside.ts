import { fit } from '../text-fit.js';
import { digitBoxesWidth, drawDigitBoxes, drawTickBox, drawWritingLine, INK, QUIET_INK } from './card-ink.js';
import type { FoldedCard, Panel } from './folded-card.js';
import { MM, type StructureElement, type TaggedDocument } from './tagged-document.js';

const LINES = 9;
const LINES_LEFT = 5;
const HEADING = 12 * MM;
const LINE_HEIGHT = 36 * MM;
const BOX_SIDE = 6.2 * MM;
const TICK = 6 * MM;
const LABEL = { weight: 'regular', size: 11, smallest: 9 } as const;

type Inside = FoldedCard['inside'];

/** Nine lines, each with the number of its square: whom one met, what was agreed, how it goes on. Below them the boxes. */
export function drawCardInside(
  document: TaggedDocument,
  parent: StructureElement,
  inside: Inside,
  [left, right]: readonly [Panel, Panel],
): void {
  const heading = fit(
    inside.heading,
    { weight: 'bold', size: 16, smallest: 12 },
    { width: left.width, lines: 1 },
  );
  document.element(parent, 'H2', [() => document.lines(heading, left.x, left.y, { colour: INK })]);
  for (let index = 0; index < LINES; index += 1) {
    const panel = index < LINES_LEFT ? left : right;
    const row = index < LINES_LEFT ? index : index - LINES_LEFT;
    const y = panel.y + (index < LINES_LEFT ? HEADING : 0) + row * LINE_HEIGHT;
    drawLine(document, parent, inside.line, index + 1, { ...panel, y });
  }
  const below = right.y + (LINES - LINES_LEFT) * LINE_HEIGHT + 2 * MM;
  drawBoxes(document, parent, inside, { ...right, y: below, height: right.y + right.height - below });
}

/** `panel.y` is the line's own top. */
function drawLine(
  document: TaggedDocument,
  parent: StructureElement,
  words: Inside['line'],
  number: number,
  panel: Panel,
): void {
  const { x, y, width } = panel;
  const indent = 9 * MM;
  const boxes = digitBoxesWidth(BOX_SIDE);
  const codeX = x + width - boxes;
  const [first, second, third] = [y + 11 * MM, y + 23.5 * MM, y + 34.2 * MM];
  document.artifact('Layout', () => {
    drawWritingLine(document, x + indent, first, width - indent - boxes - 4 * MM);
    drawDigitBoxes(document, codeX, first - BOX_SIDE, BOX_SIDE);
    drawWritingLine(document, x + indent, second, width - indent);
    drawWritingLine(document, x + indent, third, width - indent);
    document.pdf
      .moveTo(x, y + LINE_HEIGHT - 0.3 * MM)
      .lineTo(x + width, y + LINE_HEIGHT - 0.3 * MM)
      .lineWidth(0.6 * MM)
      .stroke(INK);
  });
  const figure = fit(`${number}.`, { weight: 'bold', size: 17, smallest: 12 }, { width: indent, lines: 1 });
  const label = (text: string, room: number) => fit(text, LABEL, { width: room, lines: 1 });
  const half = (width - indent) / 2;
  document.element(parent, 'P', [
    () => {
      document.lines(figure, x, first - figure.height + 1 * MM, { colour: INK });
      document.lines(label(words.name, half), x + indent, y + 1 * MM, { colour: QUIET_INK });
      document.lines(label(words.code, boxes), codeX, y, { colour: QUIET_INK });
      document.lines(label(words.agreed, width - indent), x + indent, first + 0.8 * MM, {
        colour: QUIET_INK,
      });
      document.lines(label(words.nextStep, width - indent), x + indent, second + 0.4 * MM, {
        colour: QUIET_INK,
      });
    },
  ]);
}

function drawBoxes(
  document: TaggedDocument,
  parent: StructureElement,
  { boxes, boxesTitle, footer }: Inside,
  panel: Panel,
): void {
  let { y } = panel;
  const title = fit(boxesTitle, { weight: 'bold', size: 14, smallest: 12 }, { width: panel.width, lines: 1 });
  const titleTop = y;
  document.element(parent, 'H2', [() => document.lines(title, panel.x, titleTop, { colour: INK })]);
  y += title.height + 1.5 * MM;
  for (const { text, ticked } of boxes) {
    const words = fit(
      text,
      { weight: 'regular', size: 12.5, smallest: 11, leading: 1.15 },
      { width: panel.width - TICK - 3 * MM, lines: 3, height: 17 * MM },
    );
    const top = y;
    document.element(parent, 'P', [
      () => {
        drawTickBox(document, panel.x, top, TICK, ticked);
        document.lines(words, panel.x + TICK + 3 * MM, top, { colour: INK });
      },
    ]);
    y += Math.max(words.height, TICK) + 1.8 * MM;
  }
  const rest = fit(
    footer,
    { weight: 'regular', size: 11, smallest: 9 },
    { width: panel.width, lines: 2, height: panel.y + panel.height - y },
  );
  document.element(parent, 'P', [
    () => document.lines(rest, panel.x, panel.y + panel.height - rest.height, { colour: QUIET_INK }),
  ]);
}
