import { EMPTY_NOTE, type Note } from './note.js';
import { pairOf } from './pair.js';
import type { SharingChoice } from './sharing.js';

/** One side of an encounter. `choice`: own answer on sharing here; null leaves it to the standing choice. */
export interface Party {
  readonly attendeeId: string;
  readonly note: Note;
  readonly choice: SharingChoice | null;
}

/**
 * A pair that met. A pair has one encounter an evening and it keeps its id: a removed one is emptied, not deleted, so
 * that a square kept without a name still counts as that person's. Parties stand in the order of `pairOf`.
 */
export interface Encounter {
  readonly id: string;
  readonly metAt: Date;
  readonly parties: readonly [Party, Party];
  /** The party that removed it; null while it stands. */
  readonly removedBy: string | null;
}

/** A fresh encounter: empty notes, no choice on sharing. */
export function newEncounter(id: string, a: string, b: string, metAt: Date): Encounter {
  const { low, high } = pairOf(a, b);
  return { id, metAt, parties: [newParty(low), newParty(high)], removedBy: null };
}

function newParty(attendeeId: string): Party {
  return { attendeeId, note: EMPTY_NOTE, choice: null };
}

/** Own party and the other one; undefined for anybody else, who has no right to any of it (T34). */
export function seenBy(encounter: Encounter, me: string): { own: Party; other: Party } | undefined {
  const [low, high] = encounter.parties;
  if (low.attendeeId === me) return { own: low, other: high };
  if (high.attendeeId === me) return { own: high, other: low };
  return undefined;
}

/** The same encounter with one party replaced, matched by its attendee. */
export function withParty(encounter: Encounter, party: Party): Encounter {
  const [low, high] = encounter.parties;
  const parties: [Party, Party] = party.attendeeId === low.attendeeId ? [party, high] : [low, party];
  return { ...encounter, parties };
}
