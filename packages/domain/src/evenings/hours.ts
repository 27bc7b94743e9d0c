import { type Outcome, fail, ok } from '../shared/index.js';
import { addDays, readWallClock, settle, type WallClock, wallClockAt } from './wall-clock.js';

/** Suggested hours: after work, a couple of hours (S24, S29). */
export const DEFAULT_START = '17:00';
export const DEFAULT_END = '20:00';

/** An evening lasts at most this long; longer is a slip of the date. */
export const LONGEST_HOURS = 24;

/** Before this hour on a weekday associations, volunteers and experts by experience are at work (S29). */
const OFFICE_ENDS_HOUR = 16;

/** Start and end that are offered for a day `2026-11-24` (S29). */
export function suggestHours(day: string): { readonly start: WallClock; readonly end: WallClock } {
  return { start: `${day}T${DEFAULT_START}`, end: `${day}T${DEFAULT_END}` };
}

/**
 * True when an evening that begins at this wall clock time deserves a word: it is held in office time, Monday to
 * Friday before 16:00 (S29). Public holidays are not known. An unreadable time is not office time.
 */
export function isOfficeTime(start: WallClock): boolean {
  const asUtc = new Date(`${start}:00Z`);
  const weekday = asUtc.getUTCDay();
  return weekday >= 1 && weekday <= 5 && asUtc.getUTCHours() < OFFICE_ENDS_HOUR;
}

/** The exact length in whole minutes, between instants, so true on nights when clocks move (S24, T48). */
export function lengthInMinutes(startsAt: Date, endsAt: Date): number {
  return Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);
}

/** A length in minutes as hours and minutes, for a sentence such as "3 h 30 min" (S24). */
export function splitLength(minutes: number): { readonly hours: number; readonly minutes: number } {
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}

/** Checks the frame of an evening (S36): it ends after it starts, and within a day. Returns the minutes. */
export function checkHours(
  startsAt: Date,
  endsAt: Date,
): Outcome<number, 'evening-ends-before-start' | 'evening-too-long'> {
  const minutes = lengthInMinutes(startsAt, endsAt);
  if (minutes <= 0) return fail('evening-ends-before-start');
  return minutes > LONGEST_HOURS * 60 ? fail('evening-too-long', { hours: LONGEST_HOURS }) : ok(minutes);
}

/**
 * When an evening closes by itself: the first 04:00 on the wall after its end (issue, section 3).
 * Throws a RangeError for an unknown zone.
 */
export function automaticCloseAt(endsAt: Date, timeZone: string): Date {
  for (let days = 0; days <= 2; days += 1) {
    const day = wallClockAt(addDays(endsAt, days, timeZone), timeZone).slice(0, 10);
    const meaning = readWallClock(`${day}T04:00`, timeZone);
    if (!meaning.ok) continue;
    const { value } = meaning;
    const instants = value.kind === 'ambiguous' ? [value.earlier, value.later] : [settle(value)];
    const next = instants.find((instant) => instant.getTime() > endsAt.getTime());
    if (next !== undefined) return next;
  }
  throw new RangeError('no night follows this evening');
}
