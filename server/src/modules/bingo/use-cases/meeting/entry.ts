import { type EntryRefusal, type Guest, type RunningTime, timeOfEntry } from '@hillo/domain/encounters';
import type { Outcome } from '@hillo/domain/shared';
import type { Person, StoredMeeting } from '../../data/meeting-repository.js';

/** Of an entry made offline (product rule 5). */
export interface Offline {
  readonly phoneTime: Date;
  readonly offsetMs: number;
}

type WhoAndWhere = Pick<StoredMeeting, 'me' | 'other' | 'evening'>;

export function guestOf(person: Person): Guest {
  return {
    attendeeId: person.id,
    eveningId: person.eveningId,
    checkedIn: person.isIn,
    plays: person.plays,
  };
}

/**
 * When the evening ran, for these two: a phone's time is believed from the later of their check-ins on, before which
 * they cannot have met in the room.
 */
export function runningTime({ me, other, evening }: WhoAndWhere): RunningTime {
  const begun = evening.state === 'running' || evening.endedAt !== null;
  const since = Math.max(me.checkedInAt?.getTime() ?? 0, other?.checkedInAt?.getTime() ?? 0);
  return { startedAt: begun ? new Date(since) : null, closedAt: evening.endedAt };
}

export function entryTime(
  meeting: WhoAndWhere,
  arrivedAt: Date,
  offline: Offline | undefined,
): Outcome<Date, EntryRefusal> {
  return timeOfEntry({ arrivedAt, offline }, runningTime(meeting));
}
