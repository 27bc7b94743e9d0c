import { EMPTY_NOTE, answerOf, sharedWith, sharedWithAssociation } from '../encounters/index.js';
import { type ContactField, shareableFields } from '../registration/index.js';
import { type ContactRow, type Met, type Person, rowOf, seenMeeting, valuesOf } from './sheet.js';

/** Somebody who sees contact fields of mine (product rule 4). `withAssociation`: my yes named their association too. */
export interface HolderOfMine {
  readonly encounterId: string;
  readonly firstName: string;
  readonly affiliation: string | null;
  readonly fields: readonly ContactField[];
  readonly withAssociation: boolean;
}

/**
 * "Who has my contact": everybody who sees at least one filled field of mine now, in the given order (product rule 4).
 * Copies taken before a withdrawal cannot be listed, and the page says so.
 */
export function whoHasMyContact(met: readonly Met[]): HolderOfMine[] {
  return met.flatMap((meeting) => {
    const seen = seenMeeting(meeting);
    if (seen === undefined) return [];
    const fields = shareableFields(sharedWith(seen.theirs, seen.mine), meeting.me.values);
    if (fields.length === 0) return [];
    const withAssociation = answerOf(seen.mine)?.audience === 'person-and-association';
    const { firstName, affiliation } = meeting.other;
    return [{ encounterId: meeting.encounter.id, firstName, affiliation, fields, withAssociation }];
  });
}

/** Somebody from the association, with the tick "my association may see the contacts I collect". */
export interface Collector {
  readonly person: Person;
  readonly associationMaySee: boolean;
  readonly met: readonly Met[];
}

export interface CollectedContacts {
  readonly attendeeId: string;
  readonly firstName: string;
  readonly rows: readonly ContactRow[];
}

/**
 * What an association sees of its people's contacts (product rule 15): only attendees who ticked it; the other person's
 * contact fields and note only if the sharing text they accepted said "with Maija and her association".
 */
export function associationView(collectors: readonly Collector[]): CollectedContacts[] {
  return collectors
    .filter(({ associationMaySee }) => associationMaySee)
    .map(({ person, met }) => ({
      attendeeId: person.attendeeId,
      firstName: person.firstName,
      rows: met.flatMap(associationRow),
    }));
}

function associationRow(meeting: Met): ContactRow[] {
  const seen = seenMeeting(meeting);
  if (seen === undefined) return [];
  const fields = sharedWithAssociation(seen.mine, seen.theirs);
  const note = fields.length > 0 ? seen.other.note : EMPTY_NOTE;
  return [rowOf(meeting, seen, valuesOf(meeting.other, fields), note)];
}
