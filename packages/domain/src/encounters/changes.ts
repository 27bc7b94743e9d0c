import { type Failure, type Outcome, fail, ok } from '../shared/index.js';
import { type Encounter, type Party, newEncounter, seenBy, withParty } from './encounter.js';
import {
  EMPTY_NOTE,
  type Note,
  type NoteRefusal,
  type PaperNote,
  addFromPaper,
  asWrittenByOther,
  cleanNote,
  isEmptyNote,
} from './note.js';
import { NO_SHARING, type SharingChoice } from './sharing.js';
import { type Entry, type EntryRefusal, type RunningTime, timeOfEntry } from '../evenings/index.js';

/** Somebody at the evening, as far as meeting goes. `plays`: may be met by a scan (`partyRights`, product rule 6). */
export interface Guest {
  readonly attendeeId: string;
  readonly eveningId: string;
  readonly checkedIn: boolean;
  readonly plays: boolean;
}

export type MeetRefusal =
  | 'own-badge'
  | 'other-evening'
  | 'not-checked-in'
  | 'other-not-checked-in'
  | 'not-playing'
  | 'other-not-playing'
  | 'removed-by-other'
  | EntryRefusal;

/** `made`: new, `known`: they had met already, `made-again`: I had removed it and scanned anew. */
export type MeetChange = 'made' | 'known' | 'made-again';

export interface Scan {
  /** Id for a new encounter. */
  readonly id: string;
  readonly scanner: Guest;
  readonly scanned: Guest;
  /** The pair's encounter of this evening, removed or not. */
  readonly existing: Encounter | null;
  readonly entry: Entry;
  readonly evening: RunningTime;
}

/**
 * A scan makes the encounter for both at once (product rule 3). The two are different people of the same evening, both playing
 * and checked in, and the entry counts by `timeOfEntry`. Scanning again changes nothing. A removed encounter comes back only
 * when its remover scans; the remover then shares nothing until a new yes, whatever the standing choice says.
 */
export function meet(scan: Scan): Outcome<{ encounter: Encounter; change: MeetChange }, MeetRefusal> {
  const { scanner, scanned, existing } = scan;
  if (scanner.attendeeId === scanned.attendeeId) return fail('own-badge');
  if (scanner.eveningId !== scanned.eveningId) return fail('other-evening');
  if (!scanner.plays) return fail('not-playing');
  if (!scanned.plays) return fail('other-not-playing');
  if (!scanner.checkedIn) return fail('not-checked-in');
  if (!scanned.checkedIn) return fail('other-not-checked-in');
  const made = timeOfEntry(scan.entry, scan.evening);
  if (!made.ok) return made;
  if (existing === null) {
    const encounter = newEncounter(scan.id, scanner.attendeeId, scanned.attendeeId, made.value);
    return ok({ encounter, change: 'made' });
  }
  if (existing.removedBy === null) return ok({ encounter: existing, change: 'known' });
  if (existing.removedBy !== scanner.attendeeId) return fail('removed-by-other');
  const again = newEncounter(existing.id, scanner.attendeeId, scanned.attendeeId, made.value);
  const remover: Party = { attendeeId: scanner.attendeeId, note: EMPTY_NOTE, choice: NO_SHARING };
  return ok({ encounter: withParty(again, remover), change: 'made-again' });
}

export type ChangeRefusal = 'not-a-party' | 'encounter-removed';

/** Writes the own note; the other's stays as it is (product rule 3). */
export function writeNote(
  encounter: Encounter,
  me: string,
  note: Note,
): Outcome<Encounter, ChangeRefusal | NoteRefusal> {
  const seen = standing(encounter, me);
  if (!seen.ok) return seen;
  const cleaned = cleanNote(note);
  return cleaned.ok ? ok(withParty(encounter, { ...seen.value.own, note: cleaned.value })) : cleaned;
}

/** Adds what a line of a paper card says to the own note; the very same encounter when nothing was added. */
export function noteFromPaper(
  encounter: Encounter,
  me: string,
  paper: PaperNote,
): Outcome<Encounter, ChangeRefusal | NoteRefusal> {
  const seen = standing(encounter, me);
  if (!seen.ok) return seen;
  const { own } = seen.value;
  const note = addFromPaper(own.note, paper);
  if (!note.ok) return note;
  return ok(note.value === own.note ? encounter : withParty(encounter, { ...own, note: note.value }));
}

/** "We agreed the same": the other's note becomes the own one too, who does what turned round (product rule 3). */
export function agreeTheSame(
  encounter: Encounter,
  me: string,
): Outcome<Encounter, ChangeRefusal | 'nothing-to-copy'> {
  const seen = standing(encounter, me);
  if (!seen.ok) return seen;
  const { own, other } = seen.value;
  if (isEmptyNote(other.note)) return fail('nothing-to-copy');
  return ok(withParty(encounter, { ...own, note: asWrittenByOther(other.note) }));
}

/** The own answer on sharing for this encounter, with the offer or later (product rule 4). */
export function chooseSharing(
  encounter: Encounter,
  me: string,
  choice: SharingChoice,
): Outcome<Encounter, ChangeRefusal> {
  const seen = standing(encounter, me);
  return seen.ok ? ok(withParty(encounter, { ...seen.value.own, choice })) : seen;
}

/** Takes the own yes back, the standing one too for this encounter; later exports lack the fields (product rule 4). */
export function withdrawSharing(encounter: Encounter, me: string): Outcome<Encounter, ChangeRefusal> {
  return chooseSharing(encounter, me, NO_SHARING);
}

/**
 * Either party removes the encounter: notes and choices go, and with `removedBy` set it is on neither sheet (product
 * rule 3). Removing what is removed changes nothing, so that two who remove at once both succeed.
 */
export function removeEncounter(encounter: Encounter, me: string): Outcome<Encounter, 'not-a-party'> {
  const seen = seenBy(encounter, me);
  if (seen === undefined) return fail('not-a-party');
  if (encounter.removedBy !== null) return ok(encounter);
  const [low, high] = encounter.parties;
  const emptied = newEncounter(encounter.id, low.attendeeId, high.attendeeId, encounter.metAt);
  return ok({ ...emptied, removedBy: me });
}

function standing(
  encounter: Encounter,
  me: string,
): { ok: true; value: { own: Party; other: Party } } | Failure<ChangeRefusal> {
  const seen = seenBy(encounter, me);
  if (seen === undefined) return fail('not-a-party');
  return encounter.removedBy === null ? ok(seen) : fail('encounter-removed');
}
