import type { Room, RoomMeetings } from './room.js';

/** A line of the picture: places in `people`. */
export interface RoomLine {
  readonly from: number;
  readonly to: number;
  /** Between people of different sides. */
  readonly across: boolean;
}

/** How many lots are drawn for two dots that are not joined yet. */
const TRIES = 24;

/**
 * The lines of the picture, one a meeting. Between which groups is the truth where that may be told; which dots a line joins is
 * drawn by lot, so that nobody reads who met whom (product rule 15). The same counts give the same lines on every
 * screen; one meeting more adds a line and moves none; one person more turns a few lines to the new dot (jump consistent
 * hash, Lamping and Veach 2014).
 *
 * @returns as many lines as can be drawn between those in the room, at most one a meeting; in an order in which later meetings
 *   of a pair of groups come later
 */
export function linesOf(room: Room, meetings: RoomMeetings | null): RoomLine[] {
  if (!meetings) return [];
  const everybody = room.people.map((_, person) => person);
  if (meetings.between === null) {
    const groups = membersOf(room);
    const across = groups.length > 1 ? differentGroups(room) : differentPeople;
    return [
      ...drawLots('across', meetings.across, everybody, everybody, true, across),
      ...drawLots('within', meetings.total - meetings.across, everybody, everybody, false, differentPeople),
    ];
  }
  const members = membersOf(room);
  return meetings.between.flatMap(({ a, b, count }) =>
    drawLots(`${a} ${b}`, count, members[a] ?? [], members[b] ?? [], a !== b, differentPeople),
  );
}

type Fits = (from: number, to: number) => boolean;

const differentPeople: Fits = (from, to) => from !== to;

function differentGroups({ looks, people }: Room): Fits {
  const groupOf = (person: number) => looks[people[person] ?? -1]?.group;
  return (from, to) => groupOf(from) !== groupOf(to);
}

/** People of each group, in the order in which they came. */
export function membersOf({ groups, looks, people }: Room): readonly (readonly number[])[] {
  const members = groups.map((): number[] => []);
  people.forEach((look, person) => members[looks[look]?.group ?? -1]?.push(person));
  return members;
}

function drawLots(
  name: string,
  count: number,
  some: readonly number[],
  others: readonly number[],
  across: boolean,
  fits: Fits,
): RoomLine[] {
  const lines: RoomLine[] = [];
  const joined = new Set<string>();
  for (let meeting = 0; meeting < count; meeting += 1) {
    let line: RoomLine | undefined;
    for (let trial = 0; trial < TRIES; trial += 1) {
      const lot = `${name} ${meeting} ${trial}`;
      const from = some[jump(wordOf(`${lot} a`), some.length)];
      const to = others[jump(wordOf(`${lot} b`), others.length)];
      if (from === undefined || to === undefined || !fits(from, to)) continue;
      line = { from, to, across };
      if (!joined.has(pairOf(line))) break;
    }
    // Fewer dots than meetings are joined twice.
    line ??= firstLine(some, others, across, fits);
    if (!line) break;
    joined.add(pairOf(line));
    lines.push(line);
  }
  return lines;
}

function pairOf({ from, to }: RoomLine): string {
  return from < to ? `${from} ${to}` : `${to} ${from}`;
}

/** Where every lot of a meeting was unlucky; undefined where no two dots may be joined at all. */
function firstLine(
  some: readonly number[],
  others: readonly number[],
  across: boolean,
  fits: Fits,
): RoomLine | undefined {
  for (const from of some) {
    const to = others.find((other) => fits(from, other));
    if (to !== undefined) return { from, to, across };
  }
  return undefined;
}

/** FNV-1a over UTF-16 units with Murmur3's last mix: 32 bits, integers only, so every screen agrees. */
function wordOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A bucket of 0 to `buckets` - 1; of one bucket more, only the share of the new one moves. -1 without buckets. */
function jump(word: number, buckets: number): number {
  let bucket = -1;
  let next = 0;
  let state = word;
  while (next < buckets) {
    bucket = next;
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    // The high bits: the low ones of such a generator repeat soon.
    next = Math.floor(((bucket + 1) * 0x1_0000) / ((state >>> 16) + 1));
  }
  return bucket;
}
