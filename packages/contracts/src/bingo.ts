import { SQUARES } from '@hillo/domain/bingo';
import { z } from 'zod';
import { emailSchema, tokenSchema } from './accounts.js';
import {
  cardSchema,
  codeSchema,
  editedPromptSchema,
  hostSquaresSchema,
  markedSchema,
  promptsSchema,
  pulseSchema,
  scanSchema,
  squareSchema,
} from './bingo-schemas.js';
import { defineApi } from './endpoint.js';
import { offlineSchema } from './offline.js';
import { metPersonSchema } from './encounters.js';

export const bingoProblems = {
  'own-badge': 409,
  'other-evening': 409,
  'evening-not-running': 409,
  'evening-closed': 409,
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
      offline: offlineSchema.optional(),
    }),
    response: scanSchema,
    problems: MEET_REFUSALS,
  },
  'POST /api/me/:registration/encounters/:encounter/mark': {
    summary: 'Put somebody I met in a square: taking the offer of a scan too',
    access: ['attendee'],
    params: myEncounter,
    body: z.object({ square: squareSchema, offline: offlineSchema.optional() }),
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
