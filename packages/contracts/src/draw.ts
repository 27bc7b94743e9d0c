import {
  PASS_REASONS,
  PRIZES_MAX,
  PRIZE_KINDS,
  PRIZE_WORDS_MAX,
  VOID_REASONS,
  VOID_WORDS_MAX,
  WITH_WHOM_MAX,
} from '@hillo/domain/draw';
import { z } from 'zod';
import {
  deskSchema,
  ownDrawPageSchema,
  proofSchema,
  shownDrawSchema,
  silentPhonesSchema,
} from './draw-schemas.js';
import { defineApi } from './endpoint.js';
import { optionalLine } from './text-fields.js';

export type {
  DeskDraw,
  DrawDesk,
  OwnDraw,
  OwnDrawPage,
  PrizeView,
  ShownDraw,
  SilentPhones,
} from './draw-schemas.js';

export const drawProblems = {
  /** A draw of this evening has begun and not ended: one at a time. */
  'draw-still-open': 409,
  /** The step does not follow on the draw's state; somebody else may have taken it already. */
  'draw-state-forbids': 409,
  /** There is nothing to draw for. */
  'prizes-missing': 409,
  /** The list is frozen: the number of prizes is part of the seed. */
  'prizes-fixed': 409,
  /** The ticket holds no prize of this draw. */
  'ticket-not-drawn': 409,
  'ticket-already-passed': 409,
  /** The prize is in the winner's hands: it goes to the next only after that record is taken back. */
  'prize-handed-over': 409,
  /** Called off before the list and the public number were there: nothing was drawn. */
  'draw-without-proof': 404,
} as const;

const WORKERS = ['organiser', 'host'] as const;

const byEvening = z.object({ evening: z.uuid() });
const byDraw = z.object({ evening: z.uuid(), draw: z.uuid() });
const byTicket = byDraw.extend({ ticket: z.string().max(9, 'invalid') });
const call = z.string().regex(/^[0-9]{4}$/, 'invalid');

const prizeInput = z
  .object({ kind: z.enum(PRIZE_KINDS), words: optionalLine(PRIZE_WORDS_MAX).default('') })
  .refine(({ kind, words }) => kind !== 'other' || words !== '', { path: ['words'], message: 'required' });

export const drawApi = defineApi({
  'GET /api/evenings/:evening/draws': {
    summary: 'The draw as organiser and host see it, with the rev from which to watch draw:<evening>',
    access: WORKERS,
    params: byEvening,
    response: deskSchema,
    problems: [],
  },
  'GET /api/evenings/:evening/draws/winners.csv': {
    summary: 'Who won what, and whether the prize was handed over, as a file',
    access: ['organiser'],
    params: byEvening,
    response: { file: ['text/csv'] },
    problems: [],
  },
  'GET /api/evenings/:evening/draws/shown': {
    summary: 'The latest draw as the big screen shows it: names only of winners who allowed it',
    access: ['attendee', 'host', 'organiser', 'helper'],
    params: byEvening,
    response: shownDrawSchema,
    problems: [],
  },
  'GET /api/evenings/:evening/draws/silent-phones': {
    summary:
      'Who is in with a card and was not heard from for two minutes: marks of theirs may be on their way',
    access: WORKERS,
    params: byEvening,
    response: silentPhonesSchema,
    problems: [],
  },
  'PUT /api/evenings/:evening/prizes': {
    summary: 'Set the list of prizes, in the order in which they are drawn; until the freeze',
    access: WORKERS,
    params: byEvening,
    body: z.object({ prizes: z.array(prizeInput).max(PRIZES_MAX, 'too-long') }),
    response: deskSchema,
    problems: ['prizes-fixed'],
  },
  'POST /api/evenings/:evening/draws': {
    summary: 'Begin a draw: the server draws its secret and commits to it (draw/1, step 1)',
    access: WORKERS,
    params: byEvening,
    response: deskSchema,
    status: 201,
    problems: ['draw-still-open', 'prizes-missing', 'evening-not-running'],
  },
  'POST /api/evenings/:evening/draws/:draw/freeze': {
    summary: 'Freeze the list of tickets and the prizes (draw/1, step 2)',
    access: WORKERS,
    params: byDraw,
    response: deskSchema,
    problems: ['draw-state-forbids', 'prizes-missing'],
  },
  'POST /api/evenings/:evening/draws/:draw/public-number': {
    summary: 'Type what three people of the room called; the seed follows (draw/1, steps 3 and 4)',
    access: WORKERS,
    params: byDraw,
    body: z.object({ calls: z.tuple([call, call, call]) }),
    response: deskSchema,
    problems: ['draw-state-forbids'],
  },
  'PUT /api/evenings/:evening/draws/:draw/calls': {
    summary: 'Show on the big screen what is being called and typed; decides nothing',
    access: WORKERS,
    params: byDraw,
    body: z.object({ calls: z.array(z.string().regex(/^[0-9]{0,4}$/, 'invalid')).max(3, 'too-long') }),
    response: null,
    problems: ['draw-state-forbids'],
  },
  'POST /api/evenings/:evening/draws/:draw/reveal': {
    summary: 'Reveal winners and secret (draw/1, steps 5 and 6)',
    access: WORKERS,
    params: byDraw,
    response: deskSchema,
    problems: ['draw-state-forbids'],
  },
  'POST /api/evenings/:evening/draws/:draw/passed-tickets': {
    summary: 'Pass over an absent winner: the prize goes to the next of the same sequence',
    access: WORKERS,
    params: byDraw,
    body: z.object({ ticket: z.string().max(9, 'invalid'), reason: z.enum(PASS_REASONS, 'required') }),
    response: deskSchema,
    problems: ['draw-state-forbids', 'ticket-not-drawn', 'ticket-already-passed', 'prize-handed-over'],
  },
  'PUT /api/evenings/:evening/draws/:draw/handed-over/:ticket': {
    summary:
      'Record that a prize was handed over to its winner; again changes only with whom it will be used',
    access: WORKERS,
    params: byTicket,
    body: z.object({ withWhom: optionalLine(WITH_WHOM_MAX).default('') }),
    response: deskSchema,
    problems: ['draw-state-forbids', 'ticket-not-drawn'],
  },
  'DELETE /api/evenings/:evening/draws/:draw/handed-over/:ticket': {
    summary: 'Take back the record that a prize was handed over',
    access: WORKERS,
    params: byTicket,
    response: deskSchema,
    problems: [],
  },
  'POST /api/evenings/:evening/draws/:draw/void': {
    summary: 'Call an open draw off, with a reason that everybody sees',
    access: WORKERS,
    params: byDraw,
    body: z
      .object({
        reason: z.enum(VOID_REASONS, 'required'),
        words: optionalLine(VOID_WORDS_MAX).default(''),
      })
      .refine(({ reason, words }) => reason !== 'other' || words !== '', {
        path: ['words'],
        message: 'required',
      }),
    response: deskSchema,
    problems: ['draw-state-forbids'],
  },
  'GET /api/me/:registration/draw': {
    summary: 'The draw as an attendee sees it: in or out and why, own ticket, result',
    access: ['attendee'],
    params: z.object({ registration: z.uuid() }),
    response: ownDrawPageSchema,
    problems: [],
  },
  'GET /api/public/draws/:draw/proof.json': {
    summary: 'All that is needed to check an ended draw (draw/1); no names',
    access: 'everyone',
    params: z.object({ draw: z.uuid() }),
    response: proofSchema,
    problems: ['draw-without-proof'],
  },
});
