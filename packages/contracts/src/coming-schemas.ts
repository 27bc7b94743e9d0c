import {
  ACCESS_NEEDS_STATES,
  CONTACT_FIELDS,
  DUPLICATE_REASONS,
  REGISTRATION_STATES,
  SECTOR_MARKS,
  SECTORS,
  SIDES,
  COMING_FILTERS,
} from '@hillo/domain/registration';
import { LOCALES } from '@hillo/domain/shared';
import { z } from 'zod';
import { PARTY_KINDS } from './registration-schemas.js';
import { instant } from './text-fields.js';

/** How many rows of the list are sent at a time. */
export const COMING_PAGE = 50;

export const comingQuery = z.object({
  search: z.string().max(200, 'too-long').default(''),
  filter: z.enum(COMING_FILTERS).default('everyone'),
  side: z.enum(SIDES).optional(),
  /** `next` of the page before. */
  after: z.string().max(60).optional(),
});

/** One person of the list. E-mail and phone are null for those who may not see them (product rule 15). */
export const comingPersonSchema = z
  .object({
    id: z.uuid(),
    kind: z.enum(PARTY_KINDS),
    accompaniesId: z.uuid().nullable(),
    state: z.enum(REGISTRATION_STATES),
    firstName: z.string(),
    lastName: z.string(),
    affiliation: z.string(),
    side: z.enum(SIDES),
    mark: z.enum(SECTOR_MARKS),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    spokenCode: z.string(),
    isUnconfirmed: z.boolean(),
    duplicate: z.enum(DUPLICATE_REASONS).nullable(),
    source: z.enum(['form', 'organiser', 'walk-in']),
    checkedInAt: instant.nullable(),
    registeredAt: instant,
    /** People before this party in the queue; null with a seat. */
    seatsBefore: z.number().int().nullable(),
  })
  .meta({ id: 'ComingPerson' });

export const comingListSchema = z
  .object({ people: z.array(comingPersonSchema), next: z.string().nullable() })
  .meta({ id: 'ComingList' });

/** Everything of one registration that an organiser may see and correct; never access needs. */
export const comingDetailsSchema = comingPersonSchema
  .extend({
    sector: z.enum(SECTORS).nullable(),
    shownSector: z.enum(SECTORS).nullable(),
    showsExactSector: z.boolean(),
    offers: z.string().nullable(),
    needs: z.string().nullable(),
    offerTags: z.array(z.string()),
    needTags: z.array(z.string()),
    shareFields: z.array(z.enum(CONTACT_FIELDS)),
    showsLastName: z.boolean(),
    announcesOnStage: z.boolean(),
    locale: z.enum(LOCALES),
    agreedHow: z.string(),
    party: z.array(comingPersonSchema),
  })
  .meta({ id: 'ComingDetails' });

/** Counts of people who have a seat or wait for one. Small counts by sector are merged upwards (product rule 1). */
export const comingSummarySchema = z
  .object({
    capacity: z.number().int().nullable(),
    confirmed: z.number().int(),
    waiting: z.number().int(),
    cancelled: z.number().int(),
    checkedIn: z.number().int(),
    unconfirmed: z.number().int(),
    duplicates: z.number().int(),
    sides: z.array(
      z.object({
        sides: z.array(z.enum(SIDES)),
        count: z.number().int(),
        bySector: z.array(z.object({ sectors: z.array(z.enum(SECTORS)), count: z.number().int() })),
      }),
    ),
  })
  .meta({ id: 'ComingSummary' });

export const accessNeedsTaskSchema = z
  .object({
    registrationId: z.uuid(),
    firstName: z.string(),
    lastName: z.string(),
    state: z.enum(ACCESS_NEEDS_STATES),
    updatedAt: instant,
    /** When the person was told that this cannot be arranged. */
    toldAt: instant.nullable(),
    /** Without an address the person is told by phone or in person, and that is marked here. */
    canBeMailed: z.boolean(),
    phone: z.string().nullable(),
  })
  .meta({ id: 'AccessNeedsTask' });
