import {
  type Encounter,
  type Note,
  type Party,
  type Sharing,
  type SharingChoice,
  isKept,
  seenBy,
  sharedWith,
} from '../encounters/index.js';
import { type ContactField, shareableFields } from '../registration/index.js';
import { type AgreedStep, agreedStep } from './agreed-step.js';

/** One end of an encounter, with what the person could share. */
export interface Person {
  readonly attendeeId: string;
  readonly firstName: string;
  readonly affiliation: string | null;
  readonly values: Readonly<Partial<Record<ContactField, string | null>>>;
  /** The standing choice "share with everyone I meet"; null when it is off. */
  readonly standing: SharingChoice | null;
}

/** An encounter as its sheet needs it: the owner of the sheet, and whom they met. */
export interface Met {
  readonly encounter: Encounter;
  readonly me: Person;
  readonly other: Person;
}

/** Values of the fields that are shared and filled. */
export type SharedValues = Readonly<Partial<Record<ContactField, string>>>;

/** One line of the contact sheet (S60, S62, S63, S70). `fields` are the other's, empty until both have said yes. */
export interface ContactRow {
  readonly encounterId: string;
  readonly metAt: Date;
  readonly firstName: string;
  readonly affiliation: string | null;
  readonly fields: SharedValues;
  readonly kept: boolean;
  readonly ownNote: Note;
  readonly otherNote: Note;
  readonly nextStep: AgreedStep | null;
}

/** Both ends of an encounter with their notes and answers on sharing; undefined when removed or not one's own. */
export interface SeenMeeting {
  readonly own: Party;
  readonly other: Party;
  readonly mine: Sharing;
  readonly theirs: Sharing;
}

/** What the owner of a sheet may see of an encounter: nothing once either has removed it (product rule 3). */
export function seenMeeting({ encounter, me, other }: Met): SeenMeeting | undefined {
  const seen = encounter.removedBy === null ? seenBy(encounter, me.attendeeId) : undefined;
  if (seen === undefined || seen.other.attendeeId !== other.attendeeId) return undefined;
  const mine = { choice: seen.own.choice, standing: me.standing };
  const theirs = { choice: seen.other.choice, standing: other.standing };
  return { ...seen, mine, theirs };
}

/** Values of those among `fields` that the person filled in. */
export function valuesOf(person: Person, fields: readonly ContactField[]): SharedValues {
  const filled = shareableFields(fields, person.values);
  return Object.fromEntries(filled.map((field) => [field, person.values[field] ?? '']));
}

/**
 * The contact sheet: one row an encounter that stands, in the given order (S70). A scan alone shows first name and
 * affiliation, contact fields come when both have said yes (product rule 4); both see both notes (rule 3).
 */
export function contactSheet(met: readonly Met[]): ContactRow[] {
  return met.flatMap((meeting) => {
    const seen = seenMeeting(meeting);
    if (seen === undefined) return [];
    const fields = valuesOf(meeting.other, sharedWith(seen.mine, seen.theirs));
    return [rowOf(meeting, seen, fields, seen.other.note)];
  });
}

/** A row with the given part of what the other shares; the next step is read from the notes that are shown. */
export function rowOf(
  { encounter, other }: Met,
  seen: SeenMeeting,
  fields: SharedValues,
  otherNote: Note,
): ContactRow {
  return {
    encounterId: encounter.id,
    metAt: encounter.metAt,
    firstName: other.firstName,
    affiliation: other.affiliation,
    fields,
    kept: isKept(seen.mine, seen.theirs),
    ownNote: seen.own.note,
    otherNote,
    nextStep: agreedStep(seen.own.note, otherNote),
  };
}
