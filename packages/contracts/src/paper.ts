import { NOTE_LIMITS } from '@hillo/domain/encounters';
import { LOCALES } from '@hillo/domain/shared';
import { z } from 'zod';
import { bingoApi } from './bingo.js';
import { codeSchema, paperCardSchema, squareSchema } from './bingo-schemas.js';
import { defineApi } from './endpoint.js';
import { metPersonSchema } from './encounters.js';
import { lines } from './text-fields.js';

export const paperProblems = {
  /** The person said yes elsewhere; only that person takes it back. */
  'box-ticked-elsewhere': 409,
  /** Who does not accompany anybody has nobody to enter a card for. */
  'not-a-support-person': 409,
  /** With the words on paper the person's own note would be too long. */
  'note-full': 409,
  /** Who was chosen has no seat, or does not play. */
  'nobody-to-print': 409,
} as const;

const evening = z.object({ evening: z.uuid() });
const me = z.object({ registration: z.uuid() });
/** Whoever types cards in; an organiser sees of encounters but counts (product rule 15). */
const TYPISTS = ['host', 'helper', 'access-host'] as const;
const PRINTERS = ['organiser', 'helper'] as const;

const rowSchema = z.object({
  /** The badge's code on the line. */
  other: codeSchema,
  /** The line's square; null for somebody met whom no square takes. */
  square: squareSchema.nullable().default(null),
  agreed: lines(NOTE_LIMITS.agreed).default(''),
  nextStep: lines(NOTE_LIMITS.nextStep).default(''),
});
const boxesSchema = z.object({ draw: z.boolean().optional(), share: z.boolean().optional() });

const enteredSchema = z
  .object({
    other: metPersonSchema,
    square: squareSchema.nullable(),
    /** They had met, and the square held this person already: only new words were added. */
    already: z.boolean(),
    card: paperCardSchema,
  })
  .meta({ id: 'PaperRowEntered' });

const OWNER_REFUSALS = [
  'spoken-code-unknown',
  'spoken-code-slip',
  'spoken-code-malformed',
  'no-card',
] as const;
const ROW_REFUSALS = [
  ...bingoApi['POST /api/evenings/:evening/marks-for'].problems,
  'encounter-removed',
  'note-full',
] as const;

/** Paper cards: printed before the evening, typed in during it and up to twelve hours after (S33, S34, S58, S77). */
export const paperApi = defineApi({
  'POST /api/evenings/:evening/paper-cards': {
    summary: 'Settle the cards that are to be printed: prompts lock, the order of the squares is fixed',
    access: PRINTERS,
    params: evening,
    body: z.discriminatedUnion('of', [
      z.object({ of: z.literal('everybody') }),
      z.object({
        of: z.literal('chosen'),
        registrations: z.array(z.uuid()).min(1, 'required').max(500, 'too-long'),
      }),
      z.object({ of: z.literal('reserves') }),
    ]),
    response: z.object({ cards: z.number().int() }).meta({ id: 'PaperCardsSettled' }),
    problems: ['nobody-to-print'],
  },
  'GET /api/evenings/:evening/paper-cards.pdf': {
    summary: 'Bingo cards on paper, A4 folded to A5, of those that were settled',
    access: PRINTERS,
    params: evening,
    query: z.object({
      of: z.enum(['people', 'reserves']).default('people'),
      /** Ids of registrations, separated by commas; everybody with a settled card when absent. */
      registrations: z.string().max(20_000).optional(),
      /** One language for all; otherwise each card is in its person’s own. */
      language: z.enum(LOCALES).optional(),
    }),
    response: { file: ['application/pdf'] },
    problems: ['nobody-to-print'],
  },
  'GET /api/evenings/:evening/paper-card': {
    summary: 'Whose card this code is and which squares are filled, never with whom',
    access: TYPISTS,
    params: evening,
    query: z.object({ owner: codeSchema }),
    response: paperCardSchema,
    problems: OWNER_REFUSALS,
  },
  'POST /api/evenings/:evening/paper-rows': {
    summary: 'Enter one line of a paper card: the meeting, perhaps its square, and the owner’s own note',
    access: TYPISTS,
    params: evening,
    body: rowSchema.extend({ owner: codeSchema }),
    response: enteredSchema,
    problems: ROW_REFUSALS,
  },
  'PUT /api/evenings/:evening/paper-boxes': {
    summary: 'Enter the boxes of a paper card: in the draw, contact details for everybody met',
    access: TYPISTS,
    params: evening,
    body: boxesSchema.extend({ owner: codeSchema }),
    response: paperCardSchema,
    problems: [...OWNER_REFUSALS, 'box-ticked-elsewhere'],
  },
  'GET /api/me/:registration/paper-card': {
    summary: 'The card of the person whom I accompany',
    access: ['attendee'],
    params: me,
    response: paperCardSchema,
    problems: ['not-a-support-person', 'no-card'],
  },
  'POST /api/me/:registration/paper-rows': {
    summary: 'As a support person enter one line of the card of the person whom I accompany',
    access: ['attendee'],
    limit: 'scan',
    params: me,
    body: rowSchema,
    response: enteredSchema,
    problems: [...ROW_REFUSALS, 'not-a-support-person'],
  },
  'PUT /api/me/:registration/paper-boxes': {
    summary: 'As a support person enter the boxes of the card of the person whom I accompany',
    access: ['attendee'],
    params: me,
    body: boxesSchema,
    response: paperCardSchema,
    problems: ['not-a-support-person', 'no-card', 'box-ticked-elsewhere'],
  },
});
