import { type Outcome, fail, ok } from '../shared/index.js';

/** A time as a clock on the wall shows it, without a zone: `2026-11-24T17:00`, the value of a date-and-time field. */
export type WallClock = string;

/**
 * What a wall clock time means in a zone (T48). `ambiguous`: the clock is put back and shows it twice, so the
 * organiser is asked. `nonexistent`: the clock is put forward past it; `moved` is as much later as the clock jumps, and is
 * told to the organiser.
 */
export type WallClockMeaning =
  | { readonly kind: 'exact'; readonly instant: Date }
  | { readonly kind: 'ambiguous'; readonly earlier: Date; readonly later: Date }
  | { readonly kind: 'nonexistent'; readonly moved: Date; readonly movedTo: WallClock };

export type WallClockProblem = 'time-invalid' | 'time-zone-unknown';

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;
const DAY = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Formats are costly to make and depend on the zone alone, so each is made once. Throws for an unknown zone. */
function formatFor(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** True for a zone that this engine knows, such as `Europe/Helsinki` (product.md, Languages). */
export function isTimeZone(timeZone: string): boolean {
  try {
    formatFor(timeZone);
    return true;
  } catch {
    return false;
  }
}

/** The wall clock's reading in milliseconds, as if the wall were in UTC. */
function wallMilliseconds(instant: number, timeZone: string): number {
  const parts = new Map(
    formatFor(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const number = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
  return Date.UTC(
    number('year'),
    number('month') - 1,
    number('day'),
    number('hour'),
    number('minute'),
    number('second'),
  );
}

function parseWall(wall: WallClock): number | undefined {
  const [, year, month, day, hour, minute] = (SHAPE.exec(wall) ?? []).map(Number);
  const milliseconds = Date.UTC(year ?? NaN, (month ?? NaN) - 1, day, hour, minute);
  // A 31st of February rolls over and so does not read back; years before 100 mean the 1900s to Date.UTC.
  return Number.isNaN(milliseconds) || wallText(milliseconds) !== wall ? undefined : milliseconds;
}

function wallText(milliseconds: number): WallClock {
  return new Date(milliseconds).toISOString().slice(0, 16);
}

/** What the wall clock in this zone shows at an instant, to the minute. Throws a RangeError for an unknown zone. */
export function wallClockAt(instant: Date, timeZone: string): WallClock {
  return wallText(wallMilliseconds(instant.getTime(), timeZone));
}

/** What a wall clock time means in a zone, on nights when clocks are moved too (T48). */
export function readWallClock(
  wall: WallClock,
  timeZone: string,
): Outcome<WallClockMeaning, WallClockProblem> {
  if (!isTimeZone(timeZone)) return fail('time-zone-unknown');
  const asUtc = parseWall(wall);
  if (asUtc === undefined) return fail('time-invalid');
  // Offsets lie within a day, so these two are the offsets before and after a change of clocks near the time.
  const before = wallMilliseconds(asUtc - DAY, timeZone) - (asUtc - DAY);
  const after = wallMilliseconds(asUtc + DAY, timeZone) - (asUtc + DAY);
  const matching = [...new Set([asUtc - before, asUtc - after])]
    .filter((instant) => wallMilliseconds(instant, timeZone) === asUtc)
    .sort((a, b) => a - b);
  const [first, second] = matching;
  if (first === undefined) {
    const moved = new Date(asUtc - before);
    return ok({ kind: 'nonexistent', moved, movedTo: wallClockAt(moved, timeZone) });
  }
  if (second === undefined) return ok({ kind: 'exact', instant: new Date(first) });
  return ok({ kind: 'ambiguous', earlier: new Date(first), later: new Date(second) });
}

/** One instant where nobody can be asked: the earlier of two, the moved one of none. */
export function settle(meaning: WallClockMeaning): Date {
  switch (meaning.kind) {
    case 'exact':
      return meaning.instant;
    case 'ambiguous':
      return meaning.earlier;
    case 'nonexistent':
      return meaning.moved;
  }
}

/** Minutes on the wall from one time to another; not the length of an evening on a night when clocks move. */
export function wallMinutesBetween(from: Date, to: Date, timeZone: string): number {
  const difference = wallMilliseconds(to.getTime(), timeZone) - wallMilliseconds(from.getTime(), timeZone);
  return Math.round(difference / 60_000);
}

/**
 * The same time of day some days later (earlier when negative): +1 day is not +24 hours on a night when clocks
 * move (T48). Ambiguous and nonexistent times are settled ({@link settle}). Throws a RangeError for an unknown zone.
 */
export function addDays(instant: Date, days: number, timeZone: string): Date {
  return addOnWall(instant, days * 24 * 60, timeZone);
}

/** The instant at which the wall clock shows whole minutes more than now, settled as in {@link addDays}. */
export function addOnWall(instant: Date, minutes: number, timeZone: string): Date {
  const within = instant.getTime() % 60_000;
  const wall = wallText(wallMilliseconds(instant.getTime(), timeZone) + minutes * 60_000);
  const meaning = readWallClock(wall, timeZone);
  if (!meaning.ok) throw new RangeError(`no such time in ${timeZone}: ${wall}`);
  return new Date(settle(meaning.value).getTime() + within);
}
