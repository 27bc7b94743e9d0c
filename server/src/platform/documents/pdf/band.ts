import { MM, type TaggedDocument } from './tagged-document.js';

export const BAND_PATTERNS = [
  'plain',
  'stripes',
  'dots',
  'grid',
  'waves',
  'zigzag',
  'bars',
  'rings',
  'checks',
] as const;
export type BandPattern = (typeof BAND_PATTERNS)[number];

/** A coloured strip that is told from the others by pattern and icon too, so that a grey printer will do. */
export interface Band {
  /** `#rrggbb` */
  colour: string;
  pattern: BandPattern;
  /** SVG path data of the icon and the side of its square view box; filled, or drawn with a line of this width. */
  icon: { path: string; viewBox: number; line?: number };
  /** What the icon means, in words. */
  caption: string;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const STEP = 4 * MM;
const RADIUS = 2.5 * MM;

/** `from`, `from + STEP`, … up to and past `to`. */
function steps(from: number, to: number): number[] {
  return Array.from({ length: Math.ceil((to - from) / STEP) + 1 }, (_, index) => from + index * STEP);
}

function grid(box: Box, draw: (x: number, y: number, even: boolean) => string): string {
  const columns = steps(box.x, box.x + box.width);
  const rows = steps(box.y, box.y + box.height);
  return rows
    .map((y, row) => columns.map((x, column) => draw(x, y, (row + column) % 2 === 0)).join(''))
    .join('');
}

function circle(x: number, y: number, radius: number): string {
  const arc = `a${radius} ${radius} 0 1 0`;
  return `M${x - radius} ${y}${arc} ${2 * radius} 0${arc} ${-2 * radius} 0z`;
}

/** Lines across the box, each made of the same piece repeated. */
function across(box: Box, piece: string): string {
  const count = Math.ceil(box.width / STEP) + 1;
  return steps(box.y, box.y + box.height)
    .map((y) => `M${box.x} ${y}${piece.repeat(count)}`)
    .join('');
}

const HALF = STEP / 2;
const QUARTER = STEP / 4;
const bars = (box: Box): string => across(box, `h${STEP}`);

/** Path data by pattern; it may be larger than the box, which clips it. */
const PATHS: Record<BandPattern, (box: Box) => string> = {
  plain: () => '',
  bars,
  grid: (box) =>
    bars(box) +
    steps(box.x, box.x + box.width)
      .map((x) => `M${x} ${box.y}v${box.height}`)
      .join(''),
  stripes: (box) =>
    steps(box.y, box.y + box.height + box.width)
      .map((y) => `M${box.x} ${y}l${box.width} ${-box.width}`)
      .join(''),
  zigzag: (box) => across(box, `l${HALF} ${HALF}l${HALF} ${-HALF}`),
  waves: (box) => across(box, `q${QUARTER} ${HALF} ${HALF} 0q${QUARTER} ${-HALF} ${HALF} 0`),
  dots: (box) => grid(box, (x, y) => circle(x, y, STEP / 7)),
  rings: (box) => grid(box, (x, y) => circle(x, y, STEP / 3)),
  checks: (box) => grid(box, (x, y, even) => (even ? `M${x} ${y}h${STEP}v${STEP}h${-STEP}z` : '')),
};

const FILLED: ReadonlySet<BandPattern> = new Set(['dots', 'checks']);

/** Draws the strip into the box, with the icon on a white disc at its upper end. */
export function drawBand(document: TaggedDocument, band: Band, box: Box): void {
  const { pdf } = document;
  pdf.save().roundedRect(box.x, box.y, box.width, box.height, RADIUS).clip();
  pdf.rect(box.x, box.y, box.width, box.height).fill(band.colour);
  const path = PATHS[band.pattern](box);
  if (path !== '') {
    pdf.path(path);
    if (FILLED.has(band.pattern)) pdf.fillOpacity(0.45).fill('#ffffff');
    else
      pdf
        .lineWidth(0.5 * MM)
        .strokeOpacity(0.55)
        .stroke('#ffffff');
  }
  pdf.restore();
  const disc = box.width - 3 * MM;
  const centre = { x: box.x + box.width / 2, y: box.y + 1.5 * MM + disc / 2 };
  pdf
    .save()
    .fillOpacity(1)
    .circle(centre.x, centre.y, disc / 2)
    .fill('#ffffff');
  const side = disc * 0.64;
  const scale = side / band.icon.viewBox;
  pdf.translate(centre.x - side / 2, centre.y - side / 2).scale(scale);
  pdf.path(band.icon.path);
  if (band.icon.line === undefined) pdf.fill(band.colour, 'even-odd');
  else pdf.lineWidth(band.icon.line).lineJoin('round').lineCap('round').stroke(band.colour);
  pdf.restore();
}
