import { createHash } from 'node:crypto';
import { searchKey } from '@hillo/domain/door';
import { nameKey, normaliseEmail } from '@hillo/domain/registration';
import { foldText } from '@hillo/domain/shared';
import type { Registration, RegistrationKind } from '../data/rows.js';

/** What is known of a person when a registration is made, cleaned by the contract. */
export type NewPerson = Pick<
  Registration,
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'phone'
  | 'sector'
  | 'shownSector'
  | 'showsExactSector'
  | 'affiliation'
  | 'offers'
  | 'needs'
  | 'offerTags'
  | 'needTags'
  | 'shareFields'
  | 'sharesWithEveryone'
  | 'drawOptIn'
  | 'associationMaySee'
  | 'offersMayBeTold'
  | 'showsLastName'
  | 'announcesOnStage'
>;

/** A support person or a child, who comes with the person that registered. */
export interface NewCompanion {
  readonly kind: Exclude<RegistrationKind, 'person'>;
  readonly firstName: string;
  readonly lastName: string;
  /** Asked of support persons only (product rule 6). */
  readonly wishesToPlay: boolean;
}

/** Everything unsaid and unticked: what a walk-in or a companion begins with. */
export const UNSAID = {
  email: null,
  phone: null,
  shownSector: null,
  showsExactSector: false,
  offers: '',
  needs: '',
  offerTags: [],
  needTags: [],
  shareFields: [],
  sharesWithEveryone: false,
  drawOptIn: false,
  associationMaySee: false,
  offersMayBeTold: false,
  showsLastName: false,
  announcesOnStage: false,
} as const satisfies Partial<NewPerson>;

/** The keys by which a person is searched, compared and written to. */
export function keysOf(person: Pick<Registration, 'firstName' | 'lastName' | 'affiliation' | 'email'>) {
  const email = person.email === null ? null : normaliseEmail(person.email);
  const identity = JSON.stringify([nameKey(person), foldText(person.affiliation)]);
  return {
    searchKey: searchKey(person),
    personKey: createHash('sha256').update(identity).digest('hex'),
    emailKey: email?.ok ? email.value.key : null,
  };
}
