import {
  PROMPT_STARTER_MAX,
  PROMPT_TITLE_MAX,
  ROWS,
  SQUARES,
  SQUARE_VERDICTS,
  type Square,
} from '@hillo/domain/bingo';
import { SIDES } from '@hillo/domain/registration';
import { LOCALES } from '@hillo/domain/shared';
import { z } from 'zod';
import { emailSchema, tokenSchema } from './accounts.js';
import { encounterSchema, metPersonSchema } from './encounters.js';
import { defineApi } from './endpoint.js';
import { line, optionalLine } from './text-fields.js';

export const bingoProblems = {
  'own-badge': 409,
  'other-evening': 409,
  'evening-not-running': 409,
  'evening-closed': 409,
  'delivered-too-late': 409,
  /** The scanner is not in the room, by the door's book. */
  'you-not-checked-in': 409,
  'other-not-checked-in': 409,
  'not-playing': 409,
  'other-not-playing': 409,
  /** The other removed this meeting; only they can bring it back (product rule 3). */
  'removed-by-other': 409,
  'square-filled': 409,
  'other-side-needed': 409,
  'already-on-card': 409,
  'no-mark': 409,
  /** The draw's freeze has come: squares no longer change. */
  frozen: 409,
  /** The card is issued by check-in. */
  'no-card': 409,
  /** A card has been issued: only spelling may be corrected. `data.index` names the prompt. */
  'prompts-locked': 409,
  /** `data.index` names the prompt. */
  'prompt-twice': 422,
  'prompt-without-words': 422,
} as const;

const squareSchema = z
  .number()
  .int()
  .refine((value): value is Square => (SQUARES as readonly number[]).includes(value), 'invalid');

/** Why a mark was not set although the meeting was noted: the other squares are still open. */
const MARK_REFUSALS = ['square-filled', 'other-side-needed', 'already-on-card', 'no-card'] as const;

/** Of an entry made offline: the phone's time and what to add to it to get the server's (product rule 5). */
const offlineSchema = z
  .object({
    phoneTime: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
    offsetMs: z
      .number()
      .int()
      .min(-366 * 86_400_000)
      .max(366 * 86_400_000),
  })
  .optional();

const promptSchema = z
  .object({
    /** Key of a default prompt, whose words are texts of the interface, or the name of an own one. */
    id: z.string(),
    coloured: z.boolean(),
    /** The organiser's words in the reader's language or the nearest; null for a default prompt. */
    own: z.object({ title: z.string(), starter: z.string(), locale: z.enum(LOCALES) }).nullable(),
  })
  .meta({ id: 'CardPrompt' });

const judgedSchema = z.object({ square: squareSchema, verdict: z.enum(SQUARE_VERDICTS) });

export const cardSchema = z
  .object({
    id: z.uuid(),
    /** Grows with every change of the squares. */
    rev: z.number().int(),
    ownSide: z.enum(SIDES),
    prompts: z.array(promptSchema).length(SQUARES.length),
    marks: z.array(
      z.object({
        square: squareSchema,
        encounterId: z.uuid().nullable(),
        /** Null when the other removed the meeting: the square stays filled without a name. */
        person: metPersonSchema.nullable(),
      }),
    ),
    /** Full rows, indexes of `ROWS`. */
    rows: z.array(
      z
        .number()
        .int()
        .min(0)
        .max(ROWS.length - 1),
    ),
    ticket: z.boolean(),
    /** Of the draw; after it squares no longer move. */
    frozen: z.boolean(),
  })
  .meta({ id: 'BingoCard' });
export type CardView = z.infer<typeof cardSchema>;

const scanSchema = z
  .object({
    encounter: encounterSchema,
    /** They had met already; the scan opened the meeting and changed nothing. */
    known: z.boolean(),
    /** The square that was asked for did not take the person; the meeting stands all the same. */
    markRefusal: z.enum(MARK_REFUSALS).nullable(),
    /** For each of the nine squares, why it takes this person or not. */
    squares: z.array(judgedSchema).length(SQUARES.length),
    card: cardSchema,
  })
  .meta({ id: 'ScanAnswer' });
export type ScanAnswer = z.infer<typeof scanSchema>;

const markedSchema = z
  .object({
    card: cardSchema,
    /** Rows that this change made full. */
    completed: z.array(z.number().int()),
    ticket: z.enum(['gained', 'lost', 'unchanged']),
  })
  .meta({ id: 'CardChange' });

const codeSchema = z.string().trim().min(1, 'required').max(40, 'too-long');

const wordingSchema = z.object({ title: line(PROMPT_TITLE_MAX), starter: optionalLine(PROMPT_STARTER_MAX) });
const wordingsSchema = z.object(
  Object.fromEntries(LOCALES.map((locale) => [locale, wordingSchema.optional()])) as Record<
    (typeof LOCALES)[number],
    z.ZodOptional<typeof wordingSchema>
  >,
);
const editedPromptSchema = z.object({
  id: z.string().min(1, 'required').max(60, 'too-long'),
  coloured: z.boolean(),
  wordings: wordingsSchema,
});
const promptsSchema = z
  .object({
    /** A card has been issued: only spelling may be corrected, a language added. */
    locked: z.boolean(),
    prompts: z.array(
      z.object({
        id: z.string(),
        coloured: z.boolean(),
        wordings: z.partialRecord(z.enum(LOCALES), z.object({ title: z.string(), starter: z.string() })),
      }),
    ),
  })
  .meta({ id: 'EveningPrompts' });

const pulseSchema = z
  .object({
    /** Of the stream `pulse:<evening>`, read before the figures. */
    rev: z.number().int(),
    present: z.number().int(),
    /** Of those present, who have met somebody. */
    players: z.number().int(),
    encounters: z.number().int(),
    /** Encounters between people of different sides. */
    crossSide: z.number().int(),
    marks: z.number().int(),
    /** Cards with at least one full row. */
    tickets: z.number().int(),
    sides: z.array(
      z.object({
        side: z.enum(SIDES),
        present: z.number().int(),
        /** People of other sides in the room, and how many its coloured squares ask for. */
        others: z.number().int(),
        needed: z.number().int(),
        short: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'EveningPulse' });

const hostSquaresSchema = z
  .object({
    owner: metPersonSchema,
    other: metPersonSchema,
    squares: z.array(
      z.object({ square: squareSchema, prompt: promptSchema, verdict: z.enum(SQUARE_VERDICTS) }),
    ),
  })
  .meta({ id: 'HostSquares' });

const me = z.object({ registration: z.uuid() });
const myEncounter = z.object({ registration: z.uuid(), encounter: z.uuid() });
const evening = z.object({ evening: z.uuid() });

const TIME_REFUSALS = ['evening-not-running', 'evening-closed', 'delivered-too-late'] as const;
const MEET_REFUSALS = [
  'own-badge',
  'other-evening',
  'you-not-checked-in',
  'other-not-checked-in',
  'not-playing',
  'other-not-playing',
  'removed-by-other',
  'badge-unknown',
  'spoken-code-unknown',
  'spoken-code-slip',
  'spoken-code-malformed',
  'no-card',
  ...TIME_REFUSALS,
] as const;
const CHANGE_REFUSALS = [
  'square-filled',
  'other-side-needed',
  'already-on-card',
  'no-mark',
  'frozen',
  'no-card',
  'encounter-removed',
  ...TIME_REFUSALS,
] as const;

export const bingoApi = defineApi({
  'GET /api/me/:registration/card': {
    summary: 'My bingo card',
    access: ['attendee'],
    params: me,
    response: cardSchema,
    problems: ['no-card'],
  },
  'POST /api/me/:registration/encounters': {
    summary: 'Scan a badge or type a spoken code: the meeting is made for both, and perhaps marked',
    access: ['attendee'],
    limit: 'scan',
    params: me,
    body: z.object({
      who: z.discriminatedUnion('by', [
        z.object({ by: z.literal('badge'), token: tokenSchema }),
        z.object({ by: z.literal('code'), code: codeSchema }),
      ]),
      square: squareSchema.optional(),
      offline: offlineSchema,
    }),
    response: scanSchema,
    problems: MEET_REFUSALS,
  },
  'POST /api/me/:registration/encounters/:encounter/mark': {
    summary: 'Put somebody I met in a square: taking the offer of a scan too',
    access: ['attendee'],
    params: myEncounter,
    body: z.object({ square: squareSchema, offline: offlineSchema }),
    response: markedSchema,
    problems: CHANGE_REFUSALS,
  },
  'PUT /api/me/:registration/encounters/:encounter/mark': {
    summary: 'Move the mark to another fitting square, until the draw’s freeze',
    access: ['attendee'],
    params: myEncounter,
    body: z.object({ square: squareSchema }),
    response: markedSchema,
    problems: CHANGE_REFUSALS,
  },
  'DELETE /api/me/:registration/encounters/:encounter/mark': {
    summary: 'Take the mark off my card, until the draw’s freeze; the meeting stays',
    access: ['attendee'],
    params: myEncounter,
    response: markedSchema,
    problems: CHANGE_REFUSALS,
  },
  'DELETE /api/me/:registration/encounters/:encounter': {
    summary: 'Remove the meeting: name, notes and fields leave both sheets at once',
    access: ['attendee'],
    params: myEncounter,
    response: null,
    problems: [],
  },
  'POST /api/badges/link-requests': {
    summary:
      'Send my own links again, asked on the page of a badge that was scanned; the answer is always the same',
    access: 'everyone',
    idempotency: 'none',
    limit: 'registration',
    body: z.object({ badge: tokenSchema, email: emailSchema }),
    response: null,
    status: 202,
    problems: ['too-many-requests'],
  },
  'GET /api/evenings/:evening/prompts': {
    summary: 'The evening’s nine prompts',
    access: ['organiser', 'helper'],
    params: evening,
    response: promptsSchema,
    problems: [],
  },
  'PUT /api/evenings/:evening/prompts': {
    summary: 'Choose the nine prompts and their colours; after the first card only spelling',
    access: ['organiser'],
    params: evening,
    body: z.object({ prompts: z.array(editedPromptSchema).length(SQUARES.length, 'invalid') }),
    response: promptsSchema,
    problems: ['prompts-locked', 'prompt-twice', 'prompt-without-words'],
  },
  'GET /api/evenings/:evening/pulse': {
    summary: 'How the bingo goes, in counts, with the rev from which to watch pulse:<evening>',
    access: ['organiser', 'helper', 'host'],
    params: evening,
    response: pulseSchema,
    problems: [],
  },
  'GET /api/evenings/:evening/squares-for': {
    summary: 'Which squares of somebody’s card take somebody else: for a host who enters a mark by codes',
    access: ['host'],
    params: evening,
    query: z.object({ owner: codeSchema, other: codeSchema }),
    response: hostSquaresSchema,
    problems: MEET_REFUSALS,
  },
  'POST /api/evenings/:evening/marks-for': {
    summary: 'Enter a mark for somebody by both spoken codes, under the same rules',
    access: ['host'],
    params: evening,
    body: z.object({ owner: codeSchema, other: codeSchema, square: squareSchema }),
    response: z
      .object({
        owner: metPersonSchema,
        other: metPersonSchema,
        square: squareSchema,
        rows: z.number().int(),
        /** The owner has a ticket now. */
        ticket: z.boolean(),
      })
      .meta({ id: 'MarkedFor' }),
    problems: [...MEET_REFUSALS, 'square-filled', 'other-side-needed', 'already-on-card'],
  },
});
