import { FRAME, linesOf, membersOf, type Place, placesOf, type RoomPicture } from '@hillo/domain/pulse';

/** A line as it is drawn: a curve whose middle is drawn towards `bend`. */
export interface Line {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly across: boolean;
  readonly bend: Place;
}

/** What there is to draw, in the units of the frame. */
export interface Scenery {
  readonly dot: number;
  /** One a person, in the order of `people`. */
  readonly places: readonly Place[];
  readonly looks: RoomPicture['looks'];
  /** Place in `looks`, one a person. */
  readonly people: readonly number[];
  readonly lines: readonly Line[];
}

/** Lines between groups meet near the middle of the frame, those of one group bow away from its own. */
const GATHERS = 0.32;
const BOWS = -0.28;

export function sceneryOf(room: RoomPicture): Scenery {
  const members = membersOf(room);
  const { dot, groups } = placesOf(members.map((people) => people.length));
  const places: Place[] = [];
  members.forEach((people, group) =>
    people.forEach((person, at) => {
      const place = groups[group]?.places[at];
      if (place) places[person] = place;
    }),
  );
  const middle = { x: FRAME.width / 2, y: FRAME.height / 2 };
  const seen = new Map<string, number>();
  const lines = linesOf(room, room.meetings).flatMap(({ from, to, across }): Line[] => {
    const [a, b] = [places[from], places[to]];
    if (!a || !b) return [];
    const group = room.looks[room.people[from] ?? -1]?.group ?? 0;
    const isInside = group === room.looks[room.people[to] ?? -1]?.group;
    const around = isInside ? (groups[group]?.middle ?? middle) : middle;
    const pair = `${from} ${to}`;
    const again = seen.get(pair) ?? 0;
    seen.set(pair, again + 1);
    return [
      { key: `${pair} ${again}`, from, to, across, bend: bentTo(a, b, around, isInside ? BOWS : GATHERS) },
    ];
  });
  return { dot, places, looks: room.looks, people: room.people, lines };
}

function bentTo(a: Place, b: Place, around: Place, share: number): Place {
  const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
  return { x: x + 2 * share * (around.x - x), y: y + 2 * share * (around.y - y) };
}
