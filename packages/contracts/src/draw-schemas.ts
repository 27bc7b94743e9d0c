import { DRAW_OBSTACLES, DRAW_STATES, PASS_REASONS, PRIZE_KINDS, VOID_REASONS } from '@hillo/domain/draw';
import { z } from 'zod';
import { instant } from './text-fields.js';

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

export const deskSchema = z
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

export const silentPhonesSchema = z
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

/** The draw as everybody in the room sees it on the big screen. */
export const shownDrawSchema = z
  .object({
    /** Of the stream `draw:<evening>`, read before the rest. */
    rev: z.number().int(),
    /** For the next draw; one that has been frozen keeps its own. */
    prizes: z.array(prizeSchema),
    /** Where anybody can check it. */
    verify: z.string(),
    draw: stepsSchema
      .extend({
        /** What the room has called so far, while it is typed. */
        calls: z.array(z.string()),
        /** From the reveal on. */
        winners: z.array(
          z.object({
            ...winnerShape,
            /** Only of somebody who allowed it. */
            person: z.object({ firstName: z.string(), affiliation: z.string() }).nullable(),
          }),
        ),
      })
      .nullable(),
  })
  .meta({ id: 'ShownDraw' });
export type ShownDraw = z.infer<typeof shownDrawSchema>;

export const ownDrawPageSchema = z
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

export const proofSchema = z
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
