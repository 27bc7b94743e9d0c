import { fit, type FittedText } from '../text-fit.js';
import type { Box } from './band.js';
import { INK, QUIET_INK, RULE_INK } from './card-ink.js';
import { MM, type StructureElement, type TaggedDocument } from './tagged-document.js';

/** A label of words only: whose it is, and what it tells them. */
export interface TextLabel {
  heading: string;
  /** Smaller, right below the heading; may be empty. */
  subheading: string;
  /** Below a line: a few short ones stand large, many stand small in two columns. */
  lines: readonly string[];
  /** BCP 47, where it is not the document's. */
  language?: string;
}

const FEW = 5;
const GAP = 3 * MM;

export function drawTextLabel(
  document: TaggedDocument,
  parent: StructureElement,
  label: TextLabel,
  box: Box,
): void {
  const section = document.section(parent, 'Sect', label.heading, label.language);
  const put = (type: 'H2' | 'P', text: FittedText, x: number, y: number, colour: string) => {
    document.element(section, type, [() => document.lines(text, x, y, { colour })]);
    return y + text.height;
  };
  const heading = fit(
    label.heading,
    { weight: 'bold', size: 26, smallest: 13 },
    { width: box.width, lines: 2, height: 20 * MM },
  );
  let y = put('H2', heading, box.x, box.y, INK);
  if (label.subheading !== '') {
    const subheading = fit(
      label.subheading,
      { weight: 'regular', size: 12, smallest: 8 },
      { width: box.width, lines: 2, height: 10 * MM },
    );
    y = put('P', subheading, box.x, y, QUIET_INK);
  }
  const rule = y + 1.5 * MM;
  document.artifact('Layout', () =>
    document.pdf
      .moveTo(box.x, rule)
      .lineTo(box.x + box.width, rule)
      .lineWidth(0.3 * MM)
      .stroke(RULE_INK),
  );
  drawLines(
    label.lines,
    { ...box, y: rule + 2 * MM, height: box.y + box.height - rule - 2 * MM },
    (...line) => put('P', ...line, INK),
  );
  section.end();
}

function drawLines(
  lines: readonly string[],
  box: Box,
  put: (text: FittedText, x: number, y: number) => void,
): void {
  const columns = lines.length > FEW ? 2 : 1;
  const rows = Math.ceil(lines.length / columns);
  const width = (box.width - (columns - 1) * GAP) / columns;
  const height = Math.min(9 * MM, box.height / Math.max(1, rows));
  lines.forEach((line, index) => {
    const text = fit(
      line,
      { weight: 'bold', size: Math.min(16, (height / MM) * 2), smallest: 7 },
      { width, lines: 1, height },
    );
    put(text, box.x + Math.floor(index / rows) * (width + GAP), box.y + (index % rows) * height);
  });
}
