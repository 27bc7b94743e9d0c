import {
  DRAW_OBSTACLES,
  DRAW_STATES,
  PASS_REASONS,
  PRIZES_MAX,
  PRIZE_KINDS,
  PRIZE_WORDS_MAX,
  VOID_REASONS,
  VOID_WORDS_MAX,
  WITH_WHOM_MAX,
} from '@hillo/domain/draw';
import { z } from 'zod';
import { defineApi } from './endpoint.js';
import { instant, optionalLine } from './text-fields.js';

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

const hex = z.string();

const prizeSchema = z.object({ kind: z.enum(PRIZE_KINDS), words: z.string() }).meta({ id: 'Prize' });
export type PrizeView = z.infer<typeof prizeSchema>;

const passedSchema = z.object({ ticket: z.string(), reason: z.enum(PASS_REASONS) });

/** What everybody may know of a draw, at each of its steps. */
const stepsSchema = z.object({
  id: z.uuid(),
  /** Counted from 1 in the evening, called-off draws included. */
  number: z.number().int(),
  state: z.enum(DRAW_STATES),
  commit: hex,
  /** Head of the evening's chain of draws after this one. */
  chainHead: hex,
  /** From the freeze on: L, N and the prizes as they stood then. */
  list: hex.nullable(),
  ticketCount: z.number().int().nullable(),
  prizes: z.array(prizeSchema),
  publicNumber: z.string().nullable(),
  /** S, once the draw has ended. */
  secret: hex.nullable(),
  /** A proof can be fetched: all was drawn and the draw has ended. */
  hasProof: z.boolean(),
  voided: z.object({ reason: z.enum(VOID_REASONS), words: z.string() }).nullable(),
  committedAt: instant,
  frozenAt: instant.nullable(),
  endedAt: instant.nullable(),
});

const winnerShape = {
  /** Place among the prizes, counted from 0. */
  prize: z.number().int(),
  /** Null when the list ran out. */
  ticket: z.string().nullable(),
  passed: z.array(passedSchema),
};

const deskDrawSchema = stepsSchema
  .extend({
    /** From the reveal on. */
    winners: z.array(
      z.object({
        ...winnerShape,
        /** To call out; null when nobody holds the prize or the person's data has been removed. */
        person: z
          .object({
            firstName: z.string(),
            affiliation: z.string(),
            spokenCode: z.string(),
            announcesOnStage: z.boolean(),
          })
          .nullable(),
        /** The prize is in the winner's hands: when, by whom, and with whom it will be used if the winner told. */
        handedOver: z.object({ at: instant, by: z.string().nullable(), withWhom: z.string() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'DeskDraw' });
export type DeskDraw = z.infer<typeof deskDrawSchema>;

const deskSchema = z
  .object({
    /** Of the stream `draw:<evening>`, read before the rest. */
    rev: z.number().int(),
    evening: z.object({
      id: z.uuid(),
      theme: z.string(),
      isRunning: z.boolean(),
      timeZone: z.string(),
    }),
    /** For the next draw; one that has been frozen keeps its own. */
    prizes: z.array(prizeSchema),
    /** How many would be in the draw now, and how many are checked in. */
    entrants: z.number().int(),
    checkedIn: z.number().int(),
    /** The latest first. */
    draws: z.array(deskDrawSchema),
  })
  .meta({ id: 'DrawDesk' });
export type DrawDesk = z.infer<typeof deskSchema>;

const silentPhonesSchema = z
  .object({
    /** Checked-in people with a card, a phone of whom was not heard from for two minutes (product rule 5). */
    count: z.number().int(),
    /** The longest silent first; not all when they are many. */
    people: z.array(
      z.object({
        firstName: z.string(),
        lastName: z.string(),
        affiliation: z.string(),
        spokenCode: z.string(),
        heardAt: instant,
      }),
    ),
  })
  .meta({ id: 'SilentPhones' });
export type SilentPhones = z.infer<typeof silentPhonesSchema>;

const ownDrawSchema = stepsSchema
  .extend({
    /** My ticket in the frozen list; null when I am not in it. */
    ownTicket: z.string().nullable(),
    /** My prize was recorded as handed over to me. */
    ownPrizeHandedOverAt: instant.nullable(),
    winners: z.array(
      z.object({
        ...winnerShape,
        /** Only of somebody who allowed it. */
        person: z.object({ firstName: z.string(), affiliation: z.string() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'OwnDraw' });
export type OwnDraw = z.infer<typeof ownDrawSchema>;

const ownDrawPageSchema = z
  .object({
    rev: z.number().int(),
    evening: z.object({
      id: z.uuid(),
      theme: z.string(),
      organiser: z.string(),
      startsAt: instant,
      endsAt: instant,
      timeZone: z.string(),
    }),
    optedIn: z.boolean(),
    /** What keeps me out of the draw as things stand now; empty is in. */
    obstacles: z.array(z.enum(DRAW_OBSTACLES)),
    prizes: z.array(prizeSchema),
    /** The latest draw of the evening. */
    draw: ownDrawSchema.nullable(),
  })
  .meta({ id: 'OwnDrawPage' });
export type OwnDrawPage = z.infer<typeof ownDrawPageSchema>;

const proofSchema = z
  .object({
    drawId: z.string(),
    secret: hex,
    tickets: z.array(z.string()),
    prizes: z.number().int(),
    publicNumber: z.string(),
    commit: hex,
    list: hex,
    seed: hex,
    order: z.array(z.string()),
  })
  .meta({ id: 'DrawProof' });

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
