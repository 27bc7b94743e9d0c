import { readWallClock, wallClockAt } from '@hillo/domain/evenings';
import type { WallTime } from '@hillo/contracts/evening-schemas';

export type { WallTime };

/** An instant of an answer as a form's wall time; nothing was written for none. */
export function wallOf(instant: string | null, timeZone: string): WallTime {
  return { wall: instant === null ? '' : wallClockAt(new Date(instant), timeZone) };
}

/** As {@link wallOf}, telling which of two when the clock shows this time twice: what was saved stays what it was. */
export function exactWallOf(instant: string | null, timeZone: string): WallTime {
  const time = wallOf(instant, timeZone);
  const meaning = time.wall === '' ? undefined : readWallClock(time.wall, timeZone);
  if (instant === null || !meaning?.ok || meaning.value.kind !== 'ambiguous') return time;
  const isEarlier = meaning.value.earlier.getTime() === new Date(instant).getTime();
  return { ...time, choice: isEarlier ? 'earlier' : 'later' };
}

/** What a wall time needs from the organiser before it can be sent (T48). */
export type WallQuestion =
  | { readonly kind: 'none' }
  | { readonly kind: 'twice' }
  | { readonly kind: 'never'; readonly movedTo: string };

export function questionOf({ wall }: WallTime, timeZone: string): WallQuestion {
  const meaning = readWallClock(wall, timeZone);
  if (!meaning.ok || meaning.value.kind === 'exact') return { kind: 'none' };
  if (meaning.value.kind === 'ambiguous') return { kind: 'twice' };
  return { kind: 'never', movedTo: meaning.value.movedTo };
}

/** The instant that is meant, for sentences that show it; undefined while it is not clear. */
export function instantOf({ wall, choice }: WallTime, timeZone: string): Date | undefined {
  const meaning = readWallClock(wall, timeZone);
  if (!meaning.ok) return undefined;
  const { value } = meaning;
  if (value.kind === 'exact') return value.instant;
  if (value.kind === 'nonexistent') return undefined;
  if (choice === undefined) return undefined;
  return choice === 'earlier' ? value.earlier : value.later;
}

/** `2026-11-26T17:00` is a day and a time for two fields. */
export function splitWall(wall: string): { day: string; time: string } {
  const [day = '', time = ''] = wall.split('T');
  return { day, time };
}

/** An end that is earlier on the clock than the start is on the next day: evenings may go past midnight. */
export function endWall(day: string, start: string, end: string): string {
  if (day === '' || end === '') return '';
  if (end > start) return `${day}T${end}`;
  const next = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(next.getTime())) return '';
  next.setUTCDate(next.getUTCDate() + 1);
  return `${next.toISOString().slice(0, 10)}T${end}`;
}
