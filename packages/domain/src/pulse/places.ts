/** The frame of the picture, in units of its own; y grows downwards. */
export const FRAME = { width: 1600, height: 800 } as const;

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where everybody stands: for each group the middle of its circle, the circle's radius and one place a person. */
export interface RoomPlaces {
  /** Radius of a dot. */
  readonly dot: number;
  readonly groups: readonly {
    readonly middle: Place;
    readonly radius: number;
    readonly places: readonly Place[];
  }[];
}

/** Circles by number of groups: two face each other, a third stands between and above. */
const MIDDLES: Readonly<Record<number, readonly Place[]>> = {
  1: [{ x: 800, y: 400 }],
  2: [
    { x: 400, y: 400 },
    { x: 1200, y: 400 },
  ],
  3: [
    { x: 370, y: 440 },
    { x: 1230, y: 440 },
    { x: 800, y: 200 },
  ],
};
/** Between two circles, so that they are seen apart. */
const GAP = 56;
/** Steps in which the picture draws back for more people: in between, nobody moves. */
const STEP = Math.SQRT2;
const FIRST_STEP = 8;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** Of the distance between neighbours of a sunflower, which is at least 1.6. */
const DOT = 0.7;
const LARGEST_DOT = 44;

/**
 * Places of a room's people: each group is a sunflower (Vogel 1979) that grows at its rim, so a newcomer moves nobody. All dots
 * are of one size, which changes only when a group outgrows a step of √2; then everything draws back together.
 *
 * @param counts people of each group, at most three groups; in a room of three the third is drawn above
 */
export function placesOf(counts: readonly number[]): RoomPlaces {
  const middles = MIDDLES[counts.length] ?? [];
  const spread = spreadFor(counts.map(steppedUp), middles);
  const dot = Math.min(LARGEST_DOT, DOT * spread);
  return {
    dot,
    groups: counts.flatMap((count, group) => {
      const middle = middles[group];
      if (!middle) return [];
      const places = Array.from({ length: count }, (_, index) => sunflower(middle, index, spread));
      return { middle, radius: spread * Math.sqrt(steppedUp(count)) + dot, places };
    }),
  };
}

function sunflower({ x, y }: Place, index: number, spread: number): Place {
  const radius = spread * Math.sqrt(index + 0.5);
  const angle = index * GOLDEN_ANGLE;
  return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
}

function steppedUp(count: number): number {
  let step = FIRST_STEP;
  while (step < count) step = Math.ceil(step * STEP);
  return step;
}

/** The widest spread at which every circle stays in the frame and apart from the others. */
function spreadFor(counts: readonly number[], middles: readonly Place[]): number {
  const reach = (count: number) => Math.sqrt(count) + DOT;
  const limits = counts.flatMap((count, group) => {
    const middle = middles[group];
    if (!middle) return [];
    const { x, y } = middle;
    const inFrame = Math.min(x, FRAME.width - x, y, FRAME.height - y) / reach(count);
    const apart = middles.slice(0, group).map((other, index) => {
      const distance = Math.hypot(x - other.x, y - other.y) - GAP;
      return distance / (reach(count) + reach(counts[index] ?? 0));
    });
    return [inFrame, ...apart];
  });
  // Few people need not fill the room.
  return Math.min(LARGEST_DOT / DOT, ...limits);
}
