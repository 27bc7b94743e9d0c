import type { WallTime } from '@hillo/contracts/evening-schemas';
import { checkHours, readWallClock } from '@hillo/domain/evenings';
import { fail, ok, type Outcome } from '@hillo/domain/shared';

export type TimeProblem = 'time-ambiguous' | 'time-nonexistent';

/**
 * The instant that an organiser means by a wall clock time (T48). A time that comes twice needs their choice, a time that never
 * comes is refused with the one it would move to: nothing is moved silently. `field` names the form's field in the refusal.
 */
export function readTime(field: string, time: WallTime, timeZone: string): Outcome<Date, TimeProblem> {
  const meaning = readWallClock(time.wall, timeZone);
  // The contract checked the shape, the organisation the zone.
  if (!meaning.ok) throw new RangeError(meaning.code);
  const { value } = meaning;
  switch (value.kind) {
    case 'exact':
      return ok(value.instant);
    case 'ambiguous':
      if (time.choice === undefined) return fail('time-ambiguous', { field, wall: time.wall });
      return ok(time.choice === 'earlier' ? value.earlier : value.later);
    case 'nonexistent':
      return fail('time-nonexistent', { field, wall: time.wall, movedTo: value.movedTo });
  }
}

/** As {@link readTime} for a time that may be left open. */
export function readOpenTime(
  field: string,
  time: WallTime | null,
  timeZone: string,
): Outcome<Date | null, TimeProblem> {
  return time === null ? ok(null) : readTime(field, time, timeZone);
}

/** Start and end of an evening: it ends after it starts, within a day. */
export function readHours(
  hours: { readonly startsAt: WallTime; readonly endsAt: WallTime },
  timeZone: string,
): Outcome<{ startsAt: Date; endsAt: Date }, TimeProblem | 'evening-ends-before-start' | 'evening-too-long'> {
  const start = readTime('startsAt', hours.startsAt, timeZone);
  if (!start.ok) return start;
  const end = readTime('endsAt', hours.endsAt, timeZone);
  if (!end.ok) return end;
  const checked = checkHours(start.value, end.value);
  return checked.ok ? ok({ startsAt: start.value, endsAt: end.value }) : checked;
}
