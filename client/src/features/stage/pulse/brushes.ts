import type { Place, RoomLook } from '@hillo/domain/pulse';
import { MARK_ICONS, SIDE_JAMS } from '@hillo/domain/registration';
import { JAM_OUTLINES, MARKER_ICONS } from '../../../ui/marker/icons.js';
import type { Paint } from './palette.js';

interface Stroke {
  readonly from: Place | undefined;
  readonly to: Place | undefined;
  readonly bend: Place;
  /** At its beginning and at its end. */
  readonly colours: readonly [string, string];
  /** 0 to 1. */
  readonly strength: number;
  readonly wide: boolean;
  /** How much of it is drawn, 0 to 1. */
  readonly grown: number;
}

/** The more lines there are, the fainter each: the dots stay readable. */
export function lineStrength(lines: number): number {
  return Math.max(0.1, Math.min(0.75, 0.75 * Math.sqrt(60 / Math.max(1, lines))));
}

export function drawLine(pen: CanvasRenderingContext2D, stroke: Stroke): void {
  const { from, to, bend, grown } = stroke;
  if (!from || !to) return;
  // The part of the curve up to `grown`, by de Casteljau.
  const first = between(from, bend, grown);
  const end = between(first, between(bend, to, grown), grown);
  const [one, other] = stroke.colours;
  if (one === other) pen.strokeStyle = one;
  else {
    const shade = pen.createLinearGradient(from.x, from.y, to.x, to.y);
    shade.addColorStop(0.15, one);
    shade.addColorStop(0.85, other);
    pen.strokeStyle = shade;
  }
  pen.globalAlpha = stroke.strength;
  pen.lineWidth = stroke.wide ? 3.4 : 2.2;
  pen.lineCap = 'round';
  pen.beginPath();
  pen.moveTo(from.x, from.y);
  pen.quadraticCurveTo(first.x, first.y, end.x, end.y);
  pen.stroke();
  pen.globalAlpha = 1;
}

function between(a: Place, b: Place, share: number): Place {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

function pathOf(drawing: string): Path2D {
  return new Path2D(drawing);
}

/** Outlines fill a box of 48, pictures one of 24. */
const OUTLINE = 48;
const PICTURE = 24;

/** Outline by side and picture by sector, so that colour is never alone. */
export function drawDot(
  pen: CanvasRenderingContext2D,
  { x, y }: Place,
  radius: number,
  { side, mark }: Pick<RoomLook, 'side' | 'mark'>,
  paint: Paint,
): void {
  if (radius <= 0) return;
  pen.save();
  pen.translate(x, y);
  const scale = (2 * radius) / OUTLINE;
  pen.scale(scale, scale);
  pen.translate(-OUTLINE / 2, -OUTLINE / 2);
  const outline = pathOf(JAM_OUTLINES[side === null ? 'blueberry' : SIDE_JAMS[side]]);
  pen.fillStyle = paint.fill;
  pen.fill(outline);
  pen.strokeStyle = paint.rim;
  pen.lineWidth = 2.5;
  pen.stroke(outline);
  if (mark !== null) {
    const size = 1.35;
    pen.translate((OUTLINE - PICTURE * size) / 2, (OUTLINE - PICTURE * size) / 2);
    pen.scale(size, size);
    pen.strokeStyle = paint.picture;
    pen.lineWidth = 2.1;
    pen.lineCap = 'round';
    pen.lineJoin = 'round';
    pen.stroke(pathOf(MARKER_ICONS[MARK_ICONS[mark]]));
  }
  pen.restore();
}
