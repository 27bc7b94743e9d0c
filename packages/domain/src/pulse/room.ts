import {
  SECTORS,
  SMALLEST_COUNT,
  type Sector,
  type SectorCount,
  type SectorMark,
  type Side,
  type SideOverrides,
  mergeSmallCounts,
  sectorMark,
  sideOf,
} from '../registration/index.js';

/** People who are drawn together: those of one side, or of several where one alone would have fewer than five. */
export interface RoomGroup {
  readonly sides: readonly Side[];
  readonly count: number;
}

/** How a dot looks: colour of its side, picture of its sector; null where so few people would be told apart. */
export interface RoomLook {
  /** Place in `groups`. */
  readonly group: number;
  readonly side: Side | null;
  readonly mark: SectorMark | null;
}

/** Everybody in the room as dots without a name: who is whom cannot be told from it. */
export interface Room {
  readonly groups: readonly RoomGroup[];
  readonly looks: readonly RoomLook[];
  /** One a person, in the order in which they came: place in `looks`. */
  readonly people: readonly number[];
}

/**
 * The people of an evening as groups and looks (product rules 1 and 15, S23). Counts under five are merged upwards by
 * `mergeSmallCounts`; residents and experts by experience always share their mark here. A newcomer stands last, so nobody
 * else's place changes, except when a count passes five.
 *
 * @param sectors the sector that each person shows, in the order in which they came
 */
export function roomOf(sectors: readonly Sector[], overrides: SideOverrides = {}): Room {
  const shown = sectors.map((sector) => (sector === 'expert-by-experience' ? 'resident' : sector));
  const counts = Object.fromEntries(
    SECTORS.map((sector) => [sector, shown.filter((other) => other === sector).length]),
  );
  const merged = mergeSmallCounts(counts, overrides);
  const looks = merged.flatMap(({ bySector }, group) =>
    bySector.map((row) => ({ group, together: row.sectors, ...lookOf(row, counts, overrides) })),
  );
  const placeOf = new Map(
    looks.flatMap(({ together }, place) => together.map((sector) => [sector, place] as const)),
  );
  return {
    groups: merged.map(({ sides, count }) => ({ sides, count })),
    looks: looks.map(({ group, side, mark }) => ({ group, side, mark })),
    people: shown.map((sector) => placeOf.get(sector) ?? 0),
  };
}

/** A row that was merged shows no sector, and a side only when all of its people are of it. */
function lookOf(
  { sectors, count }: SectorCount,
  counts: Readonly<Record<string, number>>,
  overrides: SideOverrides,
): Pick<RoomLook, 'side' | 'mark'> {
  const here = sectors.filter((sector) => (counts[sector] ?? 0) > 0);
  const [first] = here;
  if (!first || count < SMALLEST_COUNT) return { side: null, mark: null };
  const side = sideOf(first, overrides);
  return {
    side: here.every((sector) => sideOf(sector, overrides) === side) ? side : null,
    mark: here.length === 1 ? sectorMark(first, false) : null,
  };
}

/** Meetings between two groups (places in `groups`, `a` ≤ `b`). */
export interface GroupMeetings {
  readonly a: number;
  readonly b: number;
  readonly count: number;
}

/** Meetings in counts. */
export interface RoomMeetings {
  readonly total: number;
  /** Of these, between people of different sides. */
  readonly across: number;
  /** By the groups of both; null when some side is too small to be told by itself. */
  readonly between: readonly GroupMeetings[] | null;
}

/**
 * Meetings of an evening in counts that tell of nobody (product rule 15). Which groups met is told only when every group is
 * one side: otherwise the difference to the total would tell how often the few met others.
 *
 * @param met number of meetings by the sectors of both, in either order
 * @returns null while fewer than five people are in the room
 */
export function meetingsOf(
  room: Room,
  met: readonly { readonly one: Sector; readonly other: Sector; readonly count: number }[],
  overrides: SideOverrides = {},
): RoomMeetings | null {
  if (room.people.length < SMALLEST_COUNT) return null;
  const sum = (some: typeof met) => some.reduce((total, { count }) => total + count, 0);
  const total = sum(met);
  const across = sum(met.filter(({ one, other }) => sideOf(one, overrides) !== sideOf(other, overrides)));
  if (room.groups.some(({ sides }) => sides.length > 1)) return { total, across, between: null };
  const groupOf = (sector: Sector) =>
    room.groups.findIndex(({ sides }) => sides.includes(sideOf(sector, overrides)));
  const between = new Map<string, GroupMeetings>();
  for (const { one, other, count } of met) {
    const [a, b] = [groupOf(one), groupOf(other)].sort((x, y) => x - y) as [number, number];
    // Of a side that nobody here is of any more: counted, not drawn.
    if (a < 0) continue;
    const key = `${a} ${b}`;
    between.set(key, { a, b, count: (between.get(key)?.count ?? 0) + count });
  }
  return { total, across, between: [...between.values()].sort((x, y) => x.a - y.a || x.b - y.b) };
}

/** What the picture of the room is drawn from. */
export interface RoomPicture extends Room {
  readonly meetings: RoomMeetings | null;
}
