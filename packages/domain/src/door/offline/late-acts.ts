import type { DoorAct } from '../check-in.js';

/**
 * The check-ins of one person that stand: at most one of each door, since the last undoing. None: the person is not in.
 * Several: doors without network each let the same badge in, which is shown and not hidden (T4).
 */
export type StandingCheckIns = readonly DoorAct[];

/** `check-in`: now in. `again`: was in by another door that this one could not know of. `none`: nothing new. */
export interface LateCheckIn {
  readonly kind: 'check-in' | 'again' | 'none';
  readonly standing: StandingCheckIns;
}

/** `undo`: no longer in. `take-back`: still in, by another door. `none`: nothing of this door's stood any more. */
export interface LateTakingBack {
  readonly kind: 'undo' | 'take-back' | 'none';
  readonly standing: StandingCheckIns;
}

/**
 * A check-in that a door made without network, when it reaches the server. Who was let in is in, whatever came between;
 * in which order several doors are heard changes nothing.
 *
 * @param act with the time of the door, as `timeOfEntry` believes it
 * @param knewOfIt the door had said "already in", so it let nobody in a second time
 */
export function checkInLate(standing: StandingCheckIns, act: DoorAct, knewOfIt: boolean): LateCheckIn {
  if (standing.length === 0) return { kind: 'check-in', standing: [act] };
  if (knewOfIt || standing.some(({ by }) => by === act.by)) return { kind: 'none', standing };
  return { kind: 'again', standing: [...standing, act] };
}

/** A check-in that a door took back without network: only its own, since it could not know of the others'. */
export function takeBackLate(standing: StandingCheckIns, by: string): LateTakingBack {
  const others = standing.filter((act) => act.by !== by);
  if (others.length === standing.length) return { kind: 'none', standing };
  return { kind: others.length === 0 ? 'undo' : 'take-back', standing: others };
}

/** The check-in that counts: the earliest, of equal times the one of the door that sorts first. */
export function firstCheckIn(standing: StandingCheckIns): DoorAct | undefined {
  return [...standing].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.by < b.by ? -1 : 1))[0];
}
