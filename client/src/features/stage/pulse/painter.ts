import { FRAME, type Place } from '@hillo/domain/pulse';
import { drawDot, drawLine, lineStrength } from './brushes.js';
import { onNewColours, paletteOf } from './palette.js';
import type { Line, Scenery } from './scenery.js';

/** How long dots need to their new places, and lines to grow. */
const MOVE_MS = 1_400;
const GROW_MS = 1_200;

/**
 * Draws the room on a canvas. Lines that are done stand on a sheet of their own, so that a new one costs one line and not two
 * thousand; while nothing moves nothing is drawn.
 */
export class Painter {
  private readonly sheet = document.createElement('canvas');
  private scenery: Scenery | undefined;
  /** Where dots were when they began to move. */
  private before: readonly Place[] = [];
  private movedAt = -Infinity;
  private readonly born = new Map<string, number>();
  private readonly arrived = new Map<number, number>();
  private sheetIsOld = true;
  private frame: number | undefined;
  private readonly stops: (() => void)[];

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly isCalm: () => boolean,
  ) {
    const resized = new ResizeObserver(() => this.renew());
    resized.observe(canvas);
    this.stops = [() => resized.disconnect(), onNewColours(() => this.renew())];
  }

  show(next: Scenery): void {
    const now = performance.now();
    const last = this.scenery;
    const calm = last === undefined || this.isCalm();
    const places = last ? this.placesAt(now) : next.places;
    const moves = next.places.some((place, person) => {
      const was = places[person];
      return was !== undefined && (was.x !== place.x || was.y !== place.y);
    });
    if (moves && !calm) {
      this.before = places;
      this.movedAt = now;
    } else if (moves || calm) this.movedAt = -Infinity;
    this.remember(next, calm, now);
    this.scenery = next;
    this.sheetIsOld = true;
    this.ask();
  }

  stop(): void {
    for (const each of this.stops) each();
    if (this.frame !== undefined) cancelAnimationFrame(this.frame);
  }

  private remember(next: Scenery, calm: boolean, now: number): void {
    const known = new Set(this.scenery?.lines.map(({ key }) => key));
    const stand = new Set(next.lines.map(({ key }) => key));
    for (const key of this.born.keys()) if (!stand.has(key)) this.born.delete(key);
    if (calm) return;
    for (const { key } of next.lines) if (!known.has(key)) this.born.set(key, now);
    for (let person = this.scenery?.people.length ?? 0; person < next.people.length; person += 1)
      this.arrived.set(person, now);
  }

  private renew(): void {
    this.sheetIsOld = true;
    this.ask();
  }

  private ask(): void {
    this.frame ??= requestAnimationFrame((now) => {
      this.frame = undefined;
      if (this.paint(now)) this.ask();
    });
  }

  private placesAt(now: number): readonly Place[] {
    const there = this.scenery?.places ?? [];
    const way = easeOut((now - this.movedAt) / MOVE_MS);
    if (way >= 1) return there;
    return there.map((to, person) => {
      const from = this.before[person] ?? to;
      return { x: from.x + (to.x - from.x) * way, y: from.y + (to.y - from.y) * way };
    });
  }

  /** True while something is still moving. */
  private paint(now: number): boolean {
    const pen = this.canvas.getContext('2d');
    const { scenery } = this;
    if (!pen || !scenery) return false;
    const moving = now - this.movedAt < MOVE_MS;
    const ratio = window.devicePixelRatio || 1;
    const [width, height] = [this.canvas.clientWidth * ratio, this.canvas.clientHeight * ratio].map(
      Math.round,
    ) as [number, number];
    if (width === 0 || height === 0) return false;
    if (this.canvas.width !== width || this.canvas.height !== height) {
      [this.canvas.width, this.canvas.height] = [width, height];
      this.sheetIsOld = true;
    }
    const scale = Math.min(width / FRAME.width, height / FRAME.height);
    const place = (on: CanvasRenderingContext2D) =>
      on.setTransform(
        scale,
        0,
        0,
        scale,
        (width - FRAME.width * scale) / 2,
        (height - FRAME.height * scale) / 2,
      );
    const paintOf = paletteOf(this.canvas);
    const places = this.placesAt(now);
    const strength = lineStrength(scenery.lines.length);
    const sideOf = (person: number) => scenery.looks[scenery.people[person] ?? -1]?.side ?? null;
    const line = (on: CanvasRenderingContext2D, { from, to, across, bend }: Line, grown: number) =>
      drawLine(on, {
        from: places[from],
        to: places[to],
        bend,
        colours: [paintOf(sideOf(from)).line, paintOf(sideOf(to)).line],
        strength: across ? strength : strength / 2,
        wide: across,
        grown,
      });
    const growing = scenery.lines.filter(({ key }) => now - (this.born.get(key) ?? -Infinity) < GROW_MS);
    if (this.sheetIsOld || moving) {
      [this.sheet.width, this.sheet.height] = [width, height];
      const on = this.sheet.getContext('2d');
      if (!on) return false;
      place(on);
      const alive = new Set(growing.map(({ key }) => key));
      for (const each of scenery.lines) if (!alive.has(each.key)) line(on, each, 1);
      this.sheetIsOld = false;
    }
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, width, height);
    pen.drawImage(this.sheet, 0, 0);
    place(pen);
    for (const each of growing) line(pen, each, easeOut((now - (this.born.get(each.key) ?? now)) / GROW_MS));
    places.forEach((at, person) => {
      const look = scenery.looks[scenery.people[person] ?? -1];
      const grown = easeOut((now - (this.arrived.get(person) ?? -Infinity)) / GROW_MS);
      if (look) drawDot(pen, at, scenery.dot * grown, look, paintOf(look.side));
    });
    if (growing.length === 0 && this.born.size > 0) {
      this.born.clear();
      this.sheetIsOld = true;
      return true;
    }
    const arriving = [...this.arrived.values()].some((at) => now - at < GROW_MS);
    return moving || growing.length > 0 || arriving;
  }
}

function easeOut(share: number): number {
  return share >= 1 ? 1 : 1 - (1 - Math.max(0, share)) ** 3;
}
