import {
  EVENING_STATES,
  type Theme,
  isThemeKey,
  ownTheme,
  PROGRAMME_KINDS,
  readWallClock,
  REGISTRATION_ANSWERS,
  REGISTRATION_SWITCHES,
  THEMES,
  VENUE_FEATURES,
} from '@hillo/domain/evenings';
import { SECTORS, SIDES } from '@hillo/domain/registration';
import { z } from 'zod';
import { instant, line, lines, optionalLine } from './text-fields.js';

/** Greatest lengths in characters, for the form's counters too. */
export const EVENING_LIMITS = {
  title: 120,
  description: 4000,
  can: 1500,
  cannot: 1500,
  venueName: 120,
  venueAddress: 200,
  directions: 1500,
  blockTitle: 160,
  blocks: 40,
  words: 1500,
  capacity: 20_000,
} as const;

/**
 * A time as the clock on the wall shows it, `2026-10-25T03:30`. On the night when clocks are put back the same wall time comes
 * twice, and `choice` says which one is meant (T48).
 */
export const wallTimeSchema = z.object({
  wall: z.string().refine((wall) => readWallClock(wall, 'UTC').ok, 'invalid'),
  choice: z.enum(['earlier', 'later']).optional(),
});
export type WallTime = z.infer<typeof wallTimeSchema>;

/** One of the seven themes by its key, or own words. */
export const themeInput = z
  .object({ key: z.string().optional(), text: z.string().optional() })
  .transform((given, context): Theme => {
    if (given.key !== undefined) {
      if (isThemeKey(given.key)) return { key: given.key };
      context.addIssue({ code: 'custom', path: ['key'], message: 'invalid' });
      return z.NEVER;
    }
    const own = ownTheme(given.text ?? '');
    if (own.ok) return own.value;
    const message = { 'theme-missing': 'required', 'theme-too-long': 'too-long' } as const;
    context.addIssue({
      code: 'custom',
      path: ['text'],
      message: own.code === 'theme-forbidden-character' ? 'invalid' : message[own.code],
    });
    return z.NEVER;
  });

const featuresSchema = z.partialRecord(z.enum(VENUE_FEATURES), z.boolean());

export const venueInput = z.object({
  name: line(EVENING_LIMITS.venueName),
  address: optionalLine(EVENING_LIMITS.venueAddress),
});

export const textsInput = z.object({
  title: optionalLine(EVENING_LIMITS.title),
  description: lines(EVENING_LIMITS.description),
  can: lines(EVENING_LIMITS.can),
  cannot: lines(EVENING_LIMITS.cannot),
});

export const accessibilityInput = z.object({
  features: featuresSchema,
  directions: lines(EVENING_LIMITS.directions),
});

export const registrationWindowInput = z.object({
  by: z.enum(REGISTRATION_SWITCHES),
  opensAt: wallTimeSchema.nullable(),
  closesAt: wallTimeSchema.nullable(),
});

export const sideOverridesSchema = z.partialRecord(z.enum(SECTORS), z.enum(SIDES));

export const blockInput = z.object({
  id: z.uuid(),
  kind: z.enum(PROGRAMME_KINDS),
  title: optionalLine(EVENING_LIMITS.blockTitle),
  startsAt: wallTimeSchema.nullable(),
  endsAt: wallTimeSchema.nullable(),
  confirmed: z.boolean(),
});

/** How people are told of a change: their mail's own words, and whether additions are mailed too. */
export const tellInput = z.object({
  /** True once the organiser has seen that everyone registered and waiting gets this by mail. */
  confirmed: z.boolean(),
  /** Mails additions that need no mail (programme, texts). */
  mailAdditions: z.boolean(),
  words: lines(EVENING_LIMITS.words),
});

const themeAnswer = z.object({ key: z.enum(THEMES).nullable(), text: z.string() });

const blockAnswer = z
  .object({
    id: z.uuid(),
    kind: z.enum(PROGRAMME_KINDS),
    title: z.string(),
    startsAt: instant.nullable(),
    endsAt: instant.nullable(),
    confirmed: z.boolean(),
  })
  .meta({ id: 'ProgrammeBlock' });

const frame = {
  id: z.uuid(),
  slug: z.string(),
  state: z.enum(EVENING_STATES),
  theme: themeAnswer,
  /** Own name beside the theme; may be empty. */
  title: z.string(),
  startsAt: instant,
  endsAt: instant,
  timeZone: z.string(),
};

const told = {
  ...frame,
  description: z.string(),
  can: z.string(),
  cannot: z.string(),
  venue: z.object({
    name: z.string(),
    address: z.string(),
    features: featuresSchema,
    directions: z.string(),
  }),
  programme: z.array(blockAnswer),
  organiser: z.string(),
  publicUrl: z.string(),
  registrationAnswer: z.enum(REGISTRATION_ANSWERS),
};

/** What the public page tells. */
export const publicEveningSchema = z
  .object({ ...told, registrationOpensAt: instant.nullable(), registrationClosesAt: instant.nullable() })
  .meta({ id: 'PublicEvening' });

/** The whole plan, for members and crew; it holds nothing about people. */
export const eveningSchema = z
  .object({
    ...told,
    organisationId: z.uuid(),
    capacity: z.number().int().nullable(),
    registration: z.object({
      by: z.enum(REGISTRATION_SWITCHES),
      opensAt: instant.nullable(),
      closesAt: instant.nullable(),
    }),
    sideOverrides: sideOverridesSchema,
    sequence: z.number().int(),
    isDemonstration: z.boolean(),
    publishedAt: instant.nullable(),
    closedAt: instant.nullable(),
    cancelledAt: instant.nullable(),
  })
  .meta({ id: 'Evening' });

export const eveningListSchema = z
  .object({
    evenings: z.array(z.object({ ...frame, venueName: z.string(), isDemonstration: z.boolean() })),
  })
  .meta({ id: 'EveningList' });

export type EveningAnswer = z.input<typeof eveningSchema>;
export type PublicEvening = z.input<typeof publicEveningSchema>;
export type EveningList = z.input<typeof eveningListSchema>;
export type Tell = z.output<typeof tellInput>;
