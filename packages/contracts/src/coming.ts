import { ACCESS_NEEDS_STATES, REGISTRATION_LIMITS } from '@hillo/domain/registration';
import { z } from 'zod';
import {
  accessNeedsTaskSchema,
  comingDetailsSchema,
  comingListSchema,
  comingQuery,
  comingSummarySchema,
} from './coming-schemas.js';
import { defineApi } from './endpoint.js';
import { registrationByHandChanges, registrationByHandInput } from './registration-schemas.js';
import { lines, optionalLine } from './text-fields.js';

const byEvening = z.object({ evening: z.uuid() });
const byPerson = z.object({ evening: z.uuid(), registration: z.uuid() });
const ARRANGING = ['organiser', 'helper'] as const;

/** What an organiser or helper does with a registration by hand. */
export const MOVES = ['promote', 'move-to-waitlist', 'cancel', 'restore'] as const;

/** Who is coming: the organiser's side of the noun `registration`. */
export const comingApi = defineApi({
  'GET /api/evenings/:evening/registrations': {
    summary: 'Who is coming, by pages in the order of registering; helpers see neither address nor phone',
    access: ARRANGING,
    params: byEvening,
    query: comingQuery,
    response: comingListSchema,
    problems: [],
  },
  'GET /api/evenings/:evening/registrations/summary': {
    summary: 'How many are coming, by side and sector; small counts by sector are merged upwards',
    access: ARRANGING,
    params: byEvening,
    response: comingSummarySchema,
    problems: [],
  },
  'GET /api/evenings/:evening/registrations/export': {
    summary: 'Who is coming as a file; access needs are never in it',
    access: ['organiser'],
    params: byEvening,
    query: z.object({ format: z.enum(['csv', 'xlsx']) }),
    response: { file: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'] },
    problems: [],
  },
  'GET /api/evenings/:evening/registrations/:registration': {
    summary: 'One registration with its party',
    access: ARRANGING,
    params: byPerson,
    response: comingDetailsSchema,
    problems: [],
  },
  'POST /api/evenings/:evening/registrations': {
    summary: 'Add a registration by hand; no e-mail is needed, how it was agreed is',
    access: ARRANGING,
    params: byEvening,
    body: registrationByHandInput,
    response: comingDetailsSchema,
    status: 201,
    problems: ['evening-state-forbids', 'evening-full', 'shown-sector-on-another-side'],
  },
  'PATCH /api/evenings/:evening/registrations/:registration': {
    summary: 'Correct a registration; how it was agreed is noted',
    access: ARRANGING,
    params: byPerson,
    body: registrationByHandChanges,
    response: comingDetailsSchema,
    problems: ['shown-sector-on-another-side', 'registration-checked-in'],
  },
  'POST /api/evenings/:evening/registrations/:registration/moves': {
    summary: 'Promote, move to the waitlist, cancel or restore a party by hand',
    access: ARRANGING,
    params: byPerson,
    body: z.object({
      move: z.enum(MOVES),
      /** Why somebody is promoted past others, or how the move was agreed. */
      reason: optionalLine(REGISTRATION_LIMITS.reason).default(''),
    }),
    response: comingDetailsSchema,
    problems: [
      'registration-state-forbids',
      'registration-checked-in',
      'not-on-waitlist',
      'no-free-seats',
      'promotion-reason-missing',
      'evening-full',
    ],
  },
  'GET /api/evenings/:evening/access-needs': {
    summary: 'Tasks of the access host; the needs themselves are read one by one',
    access: ['access-host'],
    params: byEvening,
    response: z.object({ tasks: z.array(accessNeedsTaskSchema) }).meta({ id: 'AccessNeedsTasks' }),
    problems: [],
  },
  'POST /api/evenings/:evening/access-needs/:registration/readings': {
    summary: 'Read what somebody needs; who read it and when is kept',
    access: ['access-host'],
    params: byPerson,
    response: z.object({ text: z.string() }).meta({ id: 'AccessNeedsText' }),
    problems: [],
  },
  'PUT /api/evenings/:evening/access-needs/:registration': {
    summary:
      'Mark needs open, arranged, or not possible; then the person is told by mail, or it is noted that they were told',
    access: ['access-host'],
    params: byPerson,
    body: z.object({
      state: z.enum(ACCESS_NEEDS_STATES),
      /** Own words of the mail that tells why it cannot be arranged. */
      words: lines(REGISTRATION_LIMITS.offers).default(''),
      /** The person was told by phone or in person. */
      toldInPerson: z.boolean().default(false),
    }),
    response: accessNeedsTaskSchema,
    problems: [],
  },
});
