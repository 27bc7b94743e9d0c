/** The frame of the picture, in units of its own; y grows downwards. */
export const FRAME = { width: 1600, height: 860 } as const;

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

/** Between two circles, so that they are seen apart. */
const GAP = 56;
/** Steps in which the picture draws back for more people: in between, nobody moves. */
const STEP = Math.SQRT2;
const FIRST_STEP = 8;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** Of the distance between neighbours of a sunflower, which is at least 1.6. */
const DOT = 0.7;
const LARGEST_DOT = 62;
/** How near to the edge circles stand that have room, in parts of the frame. */
const ASIDE = { two: 0.27, three: 0.21 } as const;
/** Two circles under a third stand below the middle. */
const LOW = 0.58;
const SEARCHES = 24;

/**
 * Places of a room's people: each group is a sunflower (Vogel 1979) that grows at its rim, so a newcomer moves nobody. All dots
 * are of one size. It changes, and the circles with it, only when a group outgrows a step of √2; then all draw back together.
 *
 * @param counts people of each group, at most three groups; in a room of three the third is drawn above
 */
export function placesOf(counts: readonly number[]): RoomPlaces {
  const stepped = counts.slice(0, 3).map(steppedUp);
  const spread = widestSpread(stepped);
  const dot = DOT * spread;
  const middles = middlesFor(stepped, spread);
  return {
    dot,
    groups: middles.map((middle, group) => ({
      middle,
      radius: reach(stepped[group] ?? 0, spread),
      places: Array.from({ length: counts[group] ?? 0 }, (_, index) => sunflower(middle, index, spread)),
    })),
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

function reach(count: number, spread: number): number {
  return spread * (Math.sqrt(count) + DOT);
}

/** Two circles face each other, a third stands between and above; each as far aside as it has to. */
function middlesFor(counts: readonly number[], spread: number): readonly Place[] {
  const { width, height } = FRAME;
  const [left = 0, right = 0, top = 0] = counts.map((count) => reach(count, spread));
  if (counts.length <= 1) return counts.map(() => ({ x: width / 2, y: height / 2 }));
  const hasTop = counts.length > 2;
  const aside = width * (hasTop ? ASIDE.three : ASIDE.two);
  const low = (radius: number) =>
    hasTop ? Math.max(height / 2, Math.min(height * LOW, height - radius)) : height / 2;
  const facing = [
    { x: Math.max(left, aside), y: low(left) },
    { x: width - Math.max(right, aside), y: low(right) },
  ];
  return hasTop ? [...facing, { x: width / 2, y: Math.max(top, height * (1 - LOW) * 0.5) }] : facing;
}

/** The widest spread at which every circle stays in the frame and apart from the others. */
function widestSpread(counts: readonly number[]): number {
  let [narrow, wide] = [0, LARGEST_DOT / DOT];
  for (let search = 0; search < SEARCHES; search += 1) {
    const spread = search === 0 ? wide : (narrow + wide) / 2;
    if (fits(counts, spread)) narrow = spread;
    else wide = spread;
    if (narrow === wide) break;
  }
  return narrow;
}

function fits(counts: readonly number[], spread: number): boolean {
  const middles = middlesFor(counts, spread);
  const radii = counts.map((count) => reach(count, spread));
  return middles.every(({ x, y }, group) => {
    const radius = radii[group] ?? 0;
    const isInFrame = radius <= Math.min(x, FRAME.width - x, y, FRAME.height - y);
    const isApart = middles
      .slice(0, group)
      .every((other, index) => Math.hypot(x - other.x, y - other.y) >= radius + (radii[index] ?? 0) + GAP);
    return isInFrame && isApart;
  });
}
