import {
  CONTACT_FIELDS,
  REGISTRATION_STATES,
  SECTORS,
  type SectorMark,
  type Side,
  SIDES,
  sectorMark,
  sideOf,
} from '@hillo/domain/registration';
import { LOCALES } from '@hillo/domain/shared';
import { z } from 'zod';

/** Who a row is in its party: the person who registered, a support person, a child under 13. */
export const REGISTRATION_KINDS = ['person', 'support', 'child'] as const;
export type RegistrationKind = (typeof REGISTRATION_KINDS)[number];

export const SOURCES = ['form', 'organiser', 'walk-in'] as const;
export type RegistrationSource = (typeof SOURCES)[number];

export const registrationRow = z.object({
  id: z.uuid(),
  eveningId: z.uuid(),
  kind: z.enum(REGISTRATION_KINDS),
  accompaniesId: z.uuid().nullable(),
  state: z.enum(REGISTRATION_STATES),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string().nullable(),
  emailKey: z.string().nullable(),
  phone: z.string().nullable(),
  sector: z.enum(SECTORS),
  shownSector: z.enum(SECTORS).nullable(),
  showsExactSector: z.boolean(),
  affiliation: z.string(),
  offers: z.string(),
  needs: z.string(),
  offerTags: z.array(z.string()),
  needTags: z.array(z.string()),
  shareFields: z.array(z.enum(CONTACT_FIELDS)),
  sharesWithEveryone: z.boolean(),
  drawOptIn: z.boolean(),
  plays: z.boolean(),
  associationMaySee: z.boolean(),
  offersMayBeTold: z.boolean(),
  showsLastName: z.boolean(),
  announcesOnStage: z.boolean(),
  locale: z.enum(LOCALES),
  personalVersion: z.number(),
  badgeVersion: z.number(),
  badgeFrom: z.uuid().nullable(),
  spokenCode: z.string(),
  source: z.enum(SOURCES),
  agreedHow: z.string(),
  queueNumber: z.coerce.number(),
  openedAt: z.date().nullable(),
  checkedInAt: z.date().nullable(),
  checkedInBy: z.string().nullable(),
  cancelledAt: z.date().nullable(),
  createdAt: z.date(),
});
/** A registration as it is stored, without token hashes. */
export type Registration = z.infer<typeof registrationRow>;

/** The time of keeping is over, or the person had it erased: nobody is called this any more. */
export function isEmptied({ firstName }: Pick<Registration, 'firstName'>): boolean {
  return firstName === '';
}

/** Columns of {@link registrationRow}; the table is called `r`. */
export const COLUMNS = Object.keys(registrationRow.shape)
  .map((name) => `r.${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)} AS "${name}"`)
  .join(', ');

const sideOverrides = z.partialRecord(z.enum(SECTORS), z.enum(SIDES));

/** A registration with what its evening makes of its sector (product rule 1). */
export const attendeeRow = registrationRow
  .extend({ sideOverrides })
  .transform(({ sideOverrides: overrides, ...registration }): Attendee => ({
    ...registration,
    side: sideOf(registration.sector, overrides),
    mark: sectorMark(registration.shownSector ?? registration.sector, registration.showsExactSector),
  }));

export interface Attendee extends Registration {
  /** The side that is played. */
  readonly side: Side;
  /** What others see of the sector. */
  readonly mark: SectorMark;
}

/** Stands where the hash of a link was: no token has it. */
export const GONE = `'gone:' || id::text`;

/** Everything that tells who it was, emptied. What is left counts: state, kind, sector, whether somebody came. */
export const EMPTIED = `first_name = '', last_name = '', email = NULL, email_key = NULL, phone = NULL,
  affiliation = '', offers = '', needs = '', offer_tags = '{}', need_tags = '{}', share_fields = '{}',
  search_key = '', person_key = '', agreed_how = '', shares_with_everyone = false, association_may_see = false,
  offers_may_be_told = false, shows_last_name = false, announces_on_stage = false, checked_in_by = NULL, badge_hash = ${GONE}, badge_from = NULL`;
