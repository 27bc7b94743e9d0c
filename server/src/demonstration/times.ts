import { addDays, readWallClock, settle, wallClockAt } from '@hillo/domain/evenings';
import type { DemonstrationPlan } from './content/evening-plans.js';

export const TIME_ZONE = 'Europe/Helsinki';
const MINUTE = 60_000;
const HALF_HOUR = 30 * MINUTE;

export interface EveningTimes {
  readonly publishedAt: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Until when things have happened: now, or the evening's end. */
  readonly lastAt: Date;
}

export function minutesAfter(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * MINUTE);
}

/** Half past five on the wall, so many days from now. */
function eveningAt(now: Date, days: number): Date {
  const day = wallClockAt(addDays(now, days, TIME_ZONE), TIME_ZONE).slice(0, 10);
  const meaning = readWallClock(`${day}T17:30`, TIME_ZONE);
  if (!meaning.ok) throw new RangeError('a day without an evening');
  return settle(meaning.value);
}

/** The running one began a good hour ago, the closed one was last week, the third comes in two weeks. */
export function timesOf({ state, minutes }: DemonstrationPlan, now: Date): EveningTimes {
  const started = new Date(Math.floor((now.getTime() - 75 * MINUTE) / HALF_HOUR) * HALF_HOUR);
  const startsAt = { running: started, closed: eveningAt(now, -8), published: eveningAt(now, 15) }[state];
  const endsAt = minutesAfter(startsAt, minutes);
  const publishedAt = addDays(state === 'published' ? now : startsAt, -24, TIME_ZONE);
  return { publishedAt, startsAt, endsAt, lastAt: state === 'closed' ? endsAt : now };
}
