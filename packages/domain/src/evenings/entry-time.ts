import { type Outcome, fail, ok } from '../shared/index.js';

/** How long after the close an entry made before it still counts (product rule 5). */
export const LATE_DELIVERY_HOURS = 12;
const MS_AN_HOUR = 3_600_000;

/** When an entry (check-in, encounter, mark, note) was made and when it reached the server. */
export interface Entry {
  readonly arrivedAt: Date;
  /** Of an entry made offline: the phone's time, and what to add to it to get the server's, in ms, as last measured. */
  readonly offline?: { readonly phoneTime: Date; readonly offsetMs: number } | undefined;
}

/** `startedAt`: the first check-in, for the door the publishing, null before it. `closedAt`: closed or cancelled, null while it runs. */
export interface RunningTime {
  readonly startedAt: Date | null;
  readonly closedAt: Date | null;
}

export type EntryRefusal = 'evening-not-running' | 'evening-closed' | 'delivered-too-late';

/**
 * The moment at which an entry counts as made, or why it does not count (product rule 5, T29, T48). While the evening
 * runs every entry counts. After the close one that was made before it counts if it arrives within 12 h of the close.
 * A phone's time is only believed between the start and the arrival.
 */
export function timeOfEntry(entry: Entry, evening: RunningTime): Outcome<Date, EntryRefusal> {
  const { startedAt, closedAt } = evening;
  if (startedAt === null) return fail('evening-not-running');
  const arrived = entry.arrivedAt.getTime();
  const told = entry.offline ? entry.offline.phoneTime.getTime() + entry.offline.offsetMs : arrived;
  const made = Math.max(startedAt.getTime(), Math.min(told, arrived));
  if (closedAt !== null && arrived >= closedAt.getTime()) {
    if (made >= closedAt.getTime()) return fail('evening-closed');
    if (arrived > closedAt.getTime() + LATE_DELIVERY_HOURS * MS_AN_HOUR) return fail('delivered-too-late');
  }
  return ok(new Date(made));
}
