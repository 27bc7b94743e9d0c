import { COPY_PARTS } from '@hillo/domain/evenings';
import { z } from 'zod';
import { defineApi } from './endpoint.js';
import {
  accessibilityInput,
  blockInput,
  EVENING_LIMITS,
  eveningListSchema,
  eveningSchema,
  publicEveningSchema,
  registrationWindowInput,
  sideOverridesSchema,
  tellInput,
  textsInput,
  themeInput,
  venueInput,
  wallTimeSchema,
} from './evening-schemas.js';
import { lines } from './text-fields.js';

export const eveningsProblems = {
  /** The wall clock shows this time twice; `data.field`, `data.wall` (T48). */
  'time-ambiguous': 422,
  /** The wall clock never shows this time; `data.field`, `data.movedTo` (T48). */
  'time-nonexistent': 422,
  'evening-ends-before-start': 422,
  'evening-too-long': 422,
  /** The place has no name yet. */
  'place-missing': 422,
  'programme-times-wrong': 422,
  'registration-times-wrong': 422,
  /** `data.state`, `data.event`. */
  'evening-state-forbids': 409,
  /** People have to be told of this change, and the organiser has not confirmed it yet. */
  'change-not-confirmed': 409,
} as const;

const byOrganisation = z.object({ organisation: z.uuid() });
const byEvening = z.object({ evening: z.uuid() });
const bySlug = z.object({ slug: z.string().min(1).max(120) });

const TIME_PROBLEMS = [
  'time-ambiguous',
  'time-nonexistent',
  'evening-ends-before-start',
  'evening-too-long',
] as const;
const CHANGE_PROBLEMS = ['evening-state-forbids', 'change-not-confirmed', 'place-missing'] as const;

export const eveningsApi = defineApi({
  'GET /api/organisations/:organisation/evenings': {
    summary: 'Evenings of an organisation, the next one first, past ones after',
    access: ['organiser', 'helper', 'access-host'],
    params: byOrganisation,
    response: eveningListSchema,
    problems: [],
  },
  'POST /api/organisations/:organisation/evenings': {
    summary: 'Begin an evening: theme, time and place are enough',
    access: ['organiser'],
    params: byOrganisation,
    body: z.object({
      theme: themeInput,
      startsAt: wallTimeSchema,
      endsAt: wallTimeSchema,
      venue: venueInput,
    }),
    response: eveningSchema,
    status: 201,
    problems: TIME_PROBLEMS,
  },
  'GET /api/evenings/:evening': {
    summary: 'The plan of an evening',
    access: ['organiser', 'helper', 'access-host', 'door', 'host'],
    params: byEvening,
    response: eveningSchema,
    problems: [],
  },
  'PATCH /api/evenings/:evening': {
    summary: 'Change parts of the plan; a changed time or place is mailed to everyone registered and waiting',
    access: ['organiser'],
    params: byEvening,
    body: z.object({
      theme: themeInput.optional(),
      time: z.object({ startsAt: wallTimeSchema, endsAt: wallTimeSchema }).optional(),
      venue: venueInput.optional(),
      texts: textsInput.optional(),
      accessibility: accessibilityInput.optional(),
      capacity: z.number().int().min(1, 'too-small').max(EVENING_LIMITS.capacity, 'too-large').nullish(),
      registration: registrationWindowInput.optional(),
      sideOverrides: sideOverridesSchema.optional(),
      tell: tellInput.optional(),
    }),
    response: eveningSchema,
    problems: [...TIME_PROBLEMS, ...CHANGE_PROBLEMS, 'registration-times-wrong'],
  },
  'PUT /api/evenings/:evening/programme': {
    summary: 'Replace the programme',
    access: ['organiser'],
    params: byEvening,
    body: z.object({
      blocks: z.array(blockInput).max(EVENING_LIMITS.blocks, 'too-long'),
      tell: tellInput.optional(),
    }),
    response: eveningSchema,
    problems: ['time-ambiguous', 'time-nonexistent', 'programme-times-wrong', ...CHANGE_PROBLEMS],
  },
  'POST /api/evenings/:evening/publish': {
    summary: 'Publish: the public page, its picture and registration open',
    access: ['organiser'],
    params: byEvening,
    response: eveningSchema,
    problems: ['evening-state-forbids', 'place-missing', 'conflict'],
  },
  'POST /api/evenings/:evening/cancel': {
    summary: 'Cancel a published or running evening; everyone registered and waiting gets a mail',
    access: ['organiser'],
    params: byEvening,
    body: z.object({ words: lines(EVENING_LIMITS.words) }),
    response: eveningSchema,
    problems: ['evening-state-forbids'],
  },
  'POST /api/evenings/:evening/close': {
    summary: 'Close a running evening',
    access: ['organiser'],
    params: byEvening,
    response: eveningSchema,
    problems: ['evening-state-forbids'],
  },
  'POST /api/evenings/:evening/copies': {
    summary: 'Begin a new evening from chosen parts of this one; people are never copied',
    access: ['organiser'],
    params: byEvening,
    body: z.object({ startsAt: wallTimeSchema, parts: z.array(z.enum(COPY_PARTS)).max(COPY_PARTS.length) }),
    response: eveningSchema,
    status: 201,
    problems: TIME_PROBLEMS,
  },
  'GET /api/public/evenings/:slug': {
    summary: 'What the public page of an evening tells',
    access: 'everyone',
    params: bySlug,
    response: publicEveningSchema,
    problems: ['not-found'],
  },
  'GET /api/public/evenings/:slug/calendar': {
    summary: 'The evening as a calendar file',
    access: 'everyone',
    params: bySlug,
    response: { file: ['text/calendar'] },
    problems: ['not-found'],
  },
  'GET /api/public/evenings/:slug/share-image': {
    summary: 'The picture shown when the public page is shared, 1200 × 630',
    access: 'everyone',
    params: bySlug,
    response: { file: ['image/png'] },
    problems: ['not-found'],
  },
});
