import { ATTENDANCE_STATES, GREATEST_QUEUE_NUMBER } from '@hillo/domain/door';
import { EVENING_STATES } from '@hillo/domain/evenings';
import { AFFILIATION_MAX, NAME_MAX, REGISTRATION_STATES, SECTORS } from '@hillo/domain/registration';
import { z } from 'zod';
import { emailSchema, tokenSchema } from './accounts.js';
import { defineApi } from './endpoint.js';
import { offlineSchema } from './offline.js';
import { instant, line, optionalLine } from './text-fields.js';

export const doorProblems = {
  /** The door opens when the evening is published and closes with it. */
  'evening-not-open': 409,
  /** Waits for a seat. `data`: the figures to show; sent again with `admit` it lets the person in. */
  'on-waitlist': 409,
  /** Had cancelled. `data` and `admit` as above. */
  'registration-cancelled': 409,
  /** More people than seats. `data`: the figures to show before saying yes (product rule 11). */
  'over-capacity': 409,
  /** Undoing a check-in that never was. */
  'not-checked-in': 409,
  /** No badge of this evening, or one that was replaced. */
  'badge-unknown': 404,
  /** Nobody of this evening has this code. */
  'spoken-code-unknown': 404,
  /** A digit is wrong or two are swapped: the check digit tells. */
  'spoken-code-slip': 422,
  /** Not six digits. */
  'spoken-code-malformed': 422,
} as const;

const DOOR = ['door', 'organiser', 'helper'] as const;

const actSchema = z.object({ at: instant, by: z.string(), byYou: z.boolean() });

/**
 * What the door sees of a person (product rule 15): names, affiliation, check-in state and the hash of the badge, by
 * which a phone without network knows whose badge it reads; nothing else.
 */
export const doorPersonSchema = z
  .object({
    id: z.uuid(),
    kind: z.enum(['person', 'support', 'child']),
    /** Whose support person or child this is. */
    accompaniesId: z.uuid().nullable(),
    firstName: z.string(),
    lastName: z.string(),
    affiliation: z.string(),
    spokenCode: z.string(),
    registration: z.enum(REGISTRATION_STATES),
    attendance: z.enum(ATTENDANCE_STATES),
    /** The act that led to `attendance`; null while expected. */
    last: actSchema.nullable(),
    /** Other doors that let the same person in because they had no network: shown, not hidden. */
    alsoInBy: z.array(actSchema),
    /** SHA-256 of the badge's token in capitals, hex; null for a child, whose badge has no QR. */
    badge: z.string().nullable(),
  })
  .meta({ id: 'DoorPerson' });
export type DoorPerson = z.infer<typeof doorPersonSchema>;

const snapshotSchema = z
  .object({
    /** Of the stream `door:<evening>`, read before the people: watch from here. */
    rev: z.number().int(),
    evening: z.object({
      id: z.uuid(),
      /** Own name, else the theme, in the reader's language. */
      name: z.string(),
      slug: z.string(),
      state: z.enum(EVENING_STATES),
      startsAt: instant,
      endsAt: instant,
      timeZone: z.string(),
      venueName: z.string(),
      /** Greatest number of people; null: as many as come. */
      capacity: z.number().int().nullable(),
    }),
    /** Who holds this phone. */
    you: z.string(),
    /** Everybody of the evening; those who wait or have cancelled too, because they may come all the same. */
    people: z.array(doorPersonSchema),
    /** Hashes of badges that were replaced or whose person is gone: a phone without network refuses them. */
    voidBadges: z.array(z.string()),
    /** From then on the phone keeps nothing of this. */
    keepUntil: instant,
    /** Phones that made entries without network which never came. */
    gaps: z.array(
      z.object({ by: z.string(), byYou: z.boolean(), missing: z.number().int(), restarts: z.number().int() }),
    ),
  })
  .meta({ id: 'DoorSnapshot' });

const entrySchema = z
  .object({
    person: doorPersonSchema,
    /** It had been done before this operation; `person.last` says when and by whom. */
    already: z.boolean(),
    /** Those who come along with this person, or whom this person comes along with. */
    party: z.array(doorPersonSchema),
  })
  .meta({ id: 'DoorEntry' });

/** The seats taken in the figures that were shown, when the volunteer said yes to letting somebody in all the same. */
const admitSchema = z.object({ taken: z.number().int().min(0) }).nullable();

/** Of an act done without network: when, and the how-manieth entry of this phone, so that a lost one is noticed. */
const offlineActSchema = offlineSchema.extend({
  number: z.number().int().min(1).max(GREATEST_QUEUE_NUMBER),
});

const walkInSchema = z.object({
  firstName: line(NAME_MAX),
  lastName: optionalLine(NAME_MAX).default(''),
  sector: z.enum(SECTORS, 'required'),
  affiliation: optionalLine(AFFILIATION_MAX).default(''),
  /** Only for somebody who wants the own page's link by mail. */
  email: z.union([z.literal(''), emailSchema]).default(''),
  drawOptIn: z.boolean().default(false),
  admit: admitSchema.default(null),
  offline: offlineActSchema.optional(),
});

const eveningParams = z.object({ evening: z.uuid() });
const personParams = z.object({ evening: z.uuid(), registration: z.uuid() });

export const doorApi = defineApi({
  'GET /api/evenings/:evening/door': {
    summary: 'Who is in and who is missing, with the rev from which to watch door:<evening>',
    access: DOOR,
    params: eveningParams,
    response: snapshotSchema,
    problems: [],
  },
  'GET /api/evenings/:evening/door/people/:registration': {
    summary: 'One person as the door sees them, after a change of the stream',
    access: DOOR,
    params: personParams,
    response: doorPersonSchema,
    problems: [],
  },
  'POST /api/evenings/:evening/door/check-ins': {
    summary: 'Check somebody in by badge, spoken code or id; done again it changes nothing and says so',
    access: DOOR,
    params: eveningParams,
    body: z.object({
      who: z.discriminatedUnion('by', [
        z.object({ by: z.literal('badge'), token: tokenSchema }),
        z.object({ by: z.literal('code'), code: z.string().min(1, 'required').max(40, 'too-long') }),
        z.object({ by: z.literal('registration'), id: z.uuid() }),
      ]),
      admit: admitSchema.default(null),
      /** `knewOfIt`: the phone said that the person was in already. */
      offline: offlineActSchema.extend({ knewOfIt: z.boolean() }).optional(),
    }),
    response: entrySchema,
    problems: [
      'evening-not-open',
      'delivered-too-late',
      'on-waitlist',
      'registration-cancelled',
      'over-capacity',
      'badge-unknown',
      'badge-unbound',
      'spoken-code-unknown',
      'spoken-code-slip',
      'spoken-code-malformed',
    ],
  },
  'POST /api/evenings/:evening/door/undone-check-ins': {
    summary:
      'Take a check-in back: the card is hidden and comes back unchanged. Done offline, only the own one',
    access: DOOR,
    params: eveningParams,
    body: z.object({ registrationId: z.uuid(), offline: offlineActSchema.optional() }),
    response: entrySchema,
    problems: ['evening-not-open', 'delivered-too-late', 'not-checked-in'],
  },
  'POST /api/evenings/:evening/door/walk-ins': {
    summary: 'Register somebody at the door and check them in',
    access: DOOR,
    params: eveningParams,
    body: walkInSchema,
    response: entrySchema,
    status: 201,
    problems: ['evening-not-open', 'delivered-too-late', 'over-capacity'],
  },
  'POST /api/evenings/:evening/door/handovers': {
    summary: 'Make a one-time link to the own page of somebody who stands at the door (product rule 14)',
    access: DOOR,
    params: eveningParams,
    body: z.object({ registrationId: z.uuid() }),
    response: z.object({ url: z.string(), expiresAt: instant }).meta({ id: 'Handover' }),
    status: 201,
    problems: [],
  },
  'POST /api/session/handover': {
    summary: 'Open the own page with a one-time link; its page posts the token after a click',
    access: 'everyone',
    idempotency: 'none',
    limit: 'token',
    body: z.object({ token: tokenSchema }),
    response: z.object({ registrationId: z.uuid(), eveningId: z.uuid() }).meta({ id: 'HandedOver' }),
    problems: ['link-not-valid', 'too-many-requests'],
  },
  'GET /api/evenings/:evening/badges.pdf': {
    summary: 'Badges of everybody with a seat, eight on a sheet of A4, or of one registration',
    access: ['organiser', 'helper'],
    params: eveningParams,
    query: z.object({ registration: z.uuid().optional() }),
    response: { file: ['application/pdf'] },
    problems: [],
  },
});
