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
import { encounterSchema, metPersonSchema } from './encounters.js';
import { line, optionalLine } from './text-fields.js';

export const squareSchema = z
  .number()
  .int()
  .refine((value): value is Square => (SQUARES as readonly number[]).includes(value), 'invalid');

/** Why a mark was not set although the meeting was noted: the other squares are still open. */
const MARK_REFUSALS = ['square-filled', 'other-side-needed', 'already-on-card', 'no-card'] as const;

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

export const scanSchema = z
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

export const markedSchema = z
  .object({
    card: cardSchema,
    /** Rows that this change made full. */
    completed: z.array(z.number().int()),
    ticket: z.enum(['gained', 'lost', 'unchanged']),
  })
  .meta({ id: 'CardChange' });

export const codeSchema = z.string().trim().min(1, 'required').max(40, 'too-long');

const wordingSchema = z.object({ title: line(PROMPT_TITLE_MAX), starter: optionalLine(PROMPT_STARTER_MAX) });
const wordingsSchema = z.object(
  Object.fromEntries(LOCALES.map((locale) => [locale, wordingSchema.optional()])) as Record<
    (typeof LOCALES)[number],
    z.ZodOptional<typeof wordingSchema>
  >,
);
export const editedPromptSchema = z.object({
  id: z.string().min(1, 'required').max(60, 'too-long'),
  coloured: z.boolean(),
  wordings: wordingsSchema,
});
export const promptsSchema = z
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

export const pulseSchema = z
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

export const hostSquaresSchema = z
  .object({
    owner: metPersonSchema,
    other: metPersonSchema,
    squares: z.array(
      z.object({ square: squareSchema, prompt: promptSchema, verdict: z.enum(SQUARE_VERDICTS) }),
    ),
  })
  .meta({ id: 'HostSquares' });

/** A card as whoever types it in from paper sees it: which squares are filled, never with whom (product rule 15). */
export const paperCardSchema = z
  .object({
    owner: metPersonSchema,
    squares: z
      .array(z.object({ square: squareSchema, prompt: promptSchema, filled: z.boolean() }))
      .length(SQUARES.length),
    rows: z.number().int(),
    ticket: z.boolean(),
    /** Of the draw: after it a full row gives no ticket. */
    frozen: z.boolean(),
    boxes: z.object({
      draw: z.boolean(),
      share: z.boolean(),
      /** The person chose no contact field at registration: the box alone shows nobody anything. */
      nothingToShare: z.boolean(),
    }),
  })
  .meta({ id: 'PaperCard' });
export type PaperCard = z.infer<typeof paperCardSchema>;
