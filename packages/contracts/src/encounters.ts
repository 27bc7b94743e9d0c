import { NOTE_LIMITS, NOTE_OWNERS, SHARING_AUDIENCES, isCalendarDate } from '@hillo/domain/encounters';
import { CONTACT_FIELDS, SECTOR_MARKS, SIDES } from '@hillo/domain/registration';
import { z } from 'zod';
import { defineApi } from './endpoint.js';
import { instant, lines } from './text-fields.js';

export const encountersProblems = {
  /** One of the two removed the meeting (product rule 3). */
  'encounter-removed': 409,
  /** The other has written nothing yet. */
  'nothing-to-copy': 409,
} as const;

/** Colour and icon of a person as others see them (product rule 1). */
export const markerSchema = z
  .object({ mark: z.enum(SECTOR_MARKS), side: z.enum(SIDES) })
  .meta({ id: 'PersonMarker' });

/** All that a scan alone shows of somebody (product rule 4). */
export const metPersonSchema = z
  .object({ firstName: z.string(), affiliation: z.string(), marker: markerSchema })
  .meta({ id: 'MetPerson' });

export const noteSchema = z
  .object({
    agreed: z.string(),
    nextStep: z.string(),
    /** Day of the next step, `YYYY-MM-DD`. */
    date: z.string().nullable(),
    /** Who takes the next step, as the note's writer sees it. */
    owner: z.enum(NOTE_OWNERS).nullable(),
  })
  .meta({ id: 'EncounterNote' });

const sharingChoiceSchema = z.object({
  fields: z.array(z.enum(CONTACT_FIELDS)),
  /** Whom the sharing text named that was shown when the answer was given (product rule 15). */
  audience: z.enum(SHARING_AUDIENCES),
});

export const sharedValuesSchema = z
  .object(
    Object.fromEntries(CONTACT_FIELDS.map((field) => [field, z.string().optional()])) as Record<
      (typeof CONTACT_FIELDS)[number],
      z.ZodOptional<z.ZodString>
    >,
  )
  .meta({ id: 'SharedContactFields' });

/** An encounter as one of its two sees it: both notes, the own answer on sharing, and what both have agreed to share. */
export const encounterSchema = z
  .object({
    id: z.uuid(),
    metAt: instant,
    /** I scanned; otherwise the other did, and I was offered a square (product rule 3). */
    scannedByMe: z.boolean(),
    other: metPersonSchema,
    ownNote: noteSchema,
    /** Who typed my note in from a paper card, empty when that is not known any more; null when I wrote it. */
    enteredBy: z.string().nullable(),
    otherNote: noteSchema,
    sharing: z.object({
      /** My answer that holds, by this encounter or by the standing choice; null is no yes. */
      own: sharingChoiceSchema.nullable(),
      /** My answer comes from "share with everyone I meet". */
      fromStanding: z.boolean(),
      otherSaidYes: z.boolean(),
      /** The sharing text names the other's association too, for it may see their contacts. */
      audience: z.enum(SHARING_AUDIENCES),
      /** The other's fields, once both have said yes. */
      fields: sharedValuesSchema,
    }),
  })
  .meta({ id: 'Encounter' });
export type EncounterView = z.infer<typeof encounterSchema>;

const noteBody = z.object({
  agreed: lines(NOTE_LIMITS.agreed).default(''),
  nextStep: lines(NOTE_LIMITS.nextStep).default(''),
  date: z
    .string()
    .refine((text) => isCalendarDate(text), 'invalid')
    .nullable()
    .default(null),
  owner: z.enum(NOTE_OWNERS).nullable().default(null),
});

const params = z.object({ registration: z.uuid(), encounter: z.uuid() });
const problems = ['encounter-removed'] as const;

export const encountersApi = defineApi({
  'GET /api/me/:registration/encounters': {
    summary: 'Whom I met, the latest first',
    access: ['attendee'],
    params: z.object({ registration: z.uuid() }),
    response: z
      .object({
        encounters: z.array(encounterSchema),
        /** My contact fields that hold something, and those that I chose to share at registration. */
        shareable: z.array(z.enum(CONTACT_FIELDS)),
        chosen: z.array(z.enum(CONTACT_FIELDS)),
      })
      .meta({ id: 'OwnEncounters' }),
    problems: [],
  },
  'GET /api/me/:registration/encounters/:encounter': {
    summary: 'One of my encounters',
    access: ['attendee'],
    params,
    response: encounterSchema,
    problems,
  },
  'PUT /api/me/:registration/encounters/:encounter/note': {
    summary: 'Write my own note: what was agreed, how to go on, by when, by whom. The other sees it too',
    access: ['attendee'],
    params,
    body: noteBody,
    response: encounterSchema,
    problems,
  },
  'POST /api/me/:registration/encounters/:encounter/same-note': {
    summary: 'We agreed the same: the other’s note becomes mine too',
    access: ['attendee'],
    params,
    response: encounterSchema,
    problems: ['encounter-removed', 'nothing-to-copy'],
  },
  'PUT /api/me/:registration/encounters/:encounter/sharing': {
    summary: 'Say which of my contact fields the other may see, once both have said yes; none is a no',
    access: ['attendee'],
    params,
    body: sharingChoiceSchema,
    response: encounterSchema,
    problems,
  },
  'DELETE /api/me/:registration/encounters/:encounter/sharing': {
    summary: 'Take my yes back: later exports lack my fields',
    access: ['attendee'],
    params,
    response: encounterSchema,
    problems,
  },
});
