import type { EncounterView } from '@hillo/contracts/encounters';
import { answerOf, type Sharing, seenBy, sharedWith } from '@hillo/domain/encounters';
import { CONTACT_FIELDS, type ContactField, shareableFields } from '@hillo/domain/registration';
import type { Attendee } from '../../registration/index.js';
import type { MetPair } from '../data/encounter-rows.js';

/** What an encounter shows of its two people. */
export type Partner = Pick<
  Attendee,
  | 'id'
  | 'firstName'
  | 'lastName'
  | 'affiliation'
  | 'email'
  | 'phone'
  | 'offers'
  | 'offerTags'
  | 'needs'
  | 'needTags'
  | 'mark'
  | 'side'
  | 'shareFields'
  | 'sharesWithEveryone'
  | 'associationMaySee'
>;

/** The values behind the contact fields. */
export function contactValues(person: Partner): Readonly<Record<ContactField, string | null>> {
  const { lastName, email, phone } = person;
  const joined = (text: string, tags: readonly string[]) =>
    [text, ...tags].filter((part) => part !== '').join(', ');
  return {
    lastName,
    email,
    phone,
    offers: joined(person.offers, person.offerTags),
    needs: joined(person.needs, person.needTags),
  };
}

/** "Share with everyone I meet" names no association in its text (product rules 4 and 15). */
export function standingChoice(person: Partner): Sharing['standing'] {
  return person.sharesWithEveryone ? { fields: person.shareFields, audience: 'person' } : null;
}

export function metPerson(person: Pick<Partner, 'firstName' | 'affiliation' | 'mark' | 'side'>) {
  const { firstName, affiliation, mark, side } = person;
  return { firstName, affiliation, marker: { mark, side } };
}

/** Contact fields of mine that hold something, in their usual order. */
export function shareable(me: Partner): readonly ContactField[] {
  return shareableFields(CONTACT_FIELDS, contactValues(me));
}

/**
 * An encounter as `me` sees it; undefined when removed, or when I am no party to it (product rules 3 and 4).
 * @param names by actor key, of those who typed notes in from paper; one that is missing is not told
 */
export function viewOf(
  pair: MetPair,
  me: Partner,
  other: Partner,
  names: ReadonlyMap<string, string> = new Map(),
): EncounterView | undefined {
  const { encounter } = pair;
  const seen = encounter.removedBy === null ? seenBy(encounter, me.id) : undefined;
  if (seen === undefined || seen.other.attendeeId !== other.id) return undefined;
  const mine: Sharing = { choice: seen.own.choice, standing: standingChoice(me) };
  const theirs: Sharing = { choice: seen.other.choice, standing: standingChoice(other) };
  const values = contactValues(other);
  const fields = shareableFields(sharedWith(mine, theirs), values);
  const own = answerOf(mine);
  const enteredBy = pair.enteredBy[me.id];
  return {
    id: encounter.id,
    metAt: encounter.metAt.toISOString(),
    scannedByMe: pair.scannedById === me.id,
    other: metPerson(other),
    ownNote: seen.own.note,
    enteredBy: enteredBy === undefined ? null : (names.get(enteredBy) ?? ''),
    otherNote: seen.other.note,
    sharing: {
      own: own && { fields: [...own.fields], audience: own.audience },
      fromStanding: own !== null && seen.own.choice === null,
      otherSaidYes: answerOf(theirs) !== null,
      audience: other.associationMaySee ? 'person-and-association' : 'person',
      fields: Object.fromEntries(fields.map((field) => [field, values[field] ?? undefined])),
    },
  };
}
