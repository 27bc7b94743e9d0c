import { SEATING_LIMITS } from '@hillo/domain/matchmaking';
import { z } from 'zod';
import { defineApi } from './endpoint.js';
import { ownSeatingSchema, seatingInput, seatingSchema } from './seating-schemas.js';

export {
  SEATING_REFUSALS,
  SEATING_RUN_STATES,
  type SeatingInput,
  seatingQualitySchema,
  type SeatingView,
} from './seating-schemas.js';

export const seatingProblems = {
  /** Somebody else changed it meanwhile: look at it anew. */
  'seating-changed': 409,
  /** There is no table with a seat. */
  'seating-without-tables': 409,
  /** Fewer people than two to seat. */
  'seating-without-people': 409,
  /** `data.missing` seats are missing. */
  'seating-too-few-seats': 409,
  /** A held round cannot be taken out of the evening. */
  'seating-round-held': 409,
  /** Nobody has been seated yet. */
  'seating-missing': 409,
  /** The plan on the page is not of these tables, rounds and wishes: seat again first. */
  'seating-outdated': 409,
  /** What people see comes first: no round was ever shown. */
  'seating-not-published': 409,
} as const;

const byEvening = z.object({ evening: z.uuid() });
const READERS = ['organiser', 'helper'] as const;
const PDF = { file: ['application/pdf'] } as const;

export const seatingApi = defineApi({
  'GET /api/evenings/:evening/seating': {
    summary: 'Tables, wishes, the plan and how it stands, with the rev from which to watch seating:<evening>',
    access: READERS,
    params: byEvening,
    response: seatingSchema,
    problems: [],
  },
  'PUT /api/evenings/:evening/seating': {
    summary: 'Set tables, rounds, aim, pairs and locked seats; a plan that was made before is outdated then',
    access: ['organiser'],
    params: byEvening,
    body: seatingInput,
    response: seatingSchema,
    problems: ['seating-changed', 'seating-round-held'],
  },
  'POST /api/evenings/:evening/seating/runs': {
    summary: 'Seat everybody: the planner begins, seating:<evening> tells how far it is; held rounds stay',
    access: ['organiser'],
    params: byEvening,
    response: seatingSchema,
    status: 202,
    problems: ['seating-without-tables', 'seating-without-people', 'seating-too-few-seats'],
  },
  'DELETE /api/evenings/:evening/seating/runs/:run': {
    summary: 'Stop the planner; the plan before it stays',
    access: ['organiser'],
    params: z.object({ evening: z.uuid(), run: z.uuid() }),
    response: seatingSchema,
    problems: [],
  },
  'PUT /api/evenings/:evening/seating/held-rounds': {
    summary: 'Say how many rounds are over: they never change again when people are seated anew',
    access: ['organiser'],
    params: byEvening,
    body: z.object({ held: z.number().int().min(0, 'too-small').max(SEATING_LIMITS.rounds, 'too-large') }),
    response: seatingSchema,
    problems: ['seating-not-published', 'seating-round-held'],
  },
  'POST /api/evenings/:evening/seating/publications': {
    summary: 'Show everybody their own tables on their own pages',
    access: ['organiser'],
    params: byEvening,
    response: seatingSchema,
    problems: ['seating-missing', 'seating-outdated'],
  },
  'GET /api/evenings/:evening/seating/slips.pdf': {
    summary: 'A slip for each person with all their tables, to be cut, in their own language',
    access: READERS,
    params: byEvening,
    response: PDF,
    problems: ['seating-missing'],
  },
  'GET /api/evenings/:evening/seating/place-cards.pdf': {
    summary: 'A card for each seat of one round, to be cut',
    access: READERS,
    params: byEvening,
    query: z.object({
      round: z.coerce.number().int().min(1, 'too-small').max(SEATING_LIMITS.rounds).default(1),
    }),
    response: PDF,
    problems: ['seating-missing'],
  },
  'GET /api/evenings/:evening/seating/tables.pdf': {
    summary: 'Who sits at each table in each round, to hang on the wall or lay on the table',
    access: READERS,
    params: byEvening,
    response: PDF,
    problems: ['seating-missing'],
  },
  'GET /api/evenings/:evening/seating/seating.csv': {
    summary: 'Everybody and their tables as a file',
    access: READERS,
    params: byEvening,
    response: { file: ['text/csv'] },
    problems: ['seating-missing'],
  },
  'GET /api/me/:registration/seating': {
    summary: 'My tables and who sits there with me; null before they are shown',
    access: ['attendee'],
    params: z.object({ registration: z.uuid() }),
    response: ownSeatingSchema,
    problems: [],
  },
});
