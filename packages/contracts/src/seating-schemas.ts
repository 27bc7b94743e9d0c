import { EVENING_STATES, PROGRAMME_KINDS } from '@hillo/domain/evenings';
import { FLOOR, SEATING_AIMS, SEATING_CROWDS, SEATING_LIMITS } from '@hillo/domain/matchmaking';
import { SECTOR_MARKS, SIDES } from '@hillo/domain/registration';
import { z } from 'zod';
import { instant, line } from './text-fields.js';

/** How a run of the planner stands. */
export const SEATING_RUN_STATES = ['planning', 'planned', 'cancelled', 'refused'] as const;
/** Why there is no seating, as the planner says it (`packages/seating`); texts: `seating.refused.<code>`. */
export const SEATING_REFUSALS = [
  'too-few-seats',
  'fixed-table-full',
  'together-larger-than-table',
  'together-at-different-tables',
  'together-and-apart',
  'apart-at-same-table',
  'groups-do-not-fit',
  'apart-does-not-fit',
  'no-seating-found',
] as const;

const pair = z.tuple([z.uuid(), z.uuid()]);
const pairs = z.array(pair).max(SEATING_LIMITS.pairs, 'too-long');

const tableFields = {
  id: z.uuid(),
  seats: z.number().int('invalid').min(0, 'too-small').max(SEATING_LIMITS.seats, 'too-large'),
  accessible: z.boolean(),
  x: z.number().int().min(0).max(FLOOR.width),
  y: z.number().int().min(0).max(FLOOR.depth),
};

const setupFields = {
  rounds: z.number().int('invalid').min(1, 'too-small').max(SEATING_LIMITS.rounds, 'too-large'),
  aim: z.enum(SEATING_AIMS),
  crowd: z.enum(SEATING_CROWDS),
  countsEncounters: z.boolean(),
  together: pairs,
  apart: pairs,
  /** Table by person. */
  locks: z.record(z.uuid(), z.uuid()),
  aside: z.array(z.uuid()),
};

/** `version` is that of the page the organiser saw: two who plan at once do not undo each other unseen. */
export const seatingInput = z.object({
  version: z.number().int(),
  /** The part of the programme that the rounds belong to. */
  block: z.uuid().nullable(),
  tables: z
    .array(z.object({ ...tableFields, name: line(SEATING_LIMITS.tableName) }))
    .max(SEATING_LIMITS.tables, 'too-long'),
  ...setupFields,
});
export type SeatingInput = z.output<typeof seatingInput>;

const roundSchema = z.record(z.uuid(), z.array(z.uuid()));

export const seatingQualitySchema = z.object({
  repeats: z.number().int(),
  repeatsBound: z.number().int(),
  sameSector: z.number().int(),
  sameSectorBound: z.number().int(),
  wishesMet: z.number().int(),
  wishesTotal: z.number().int(),
  proved: z.boolean(),
});

export const seatingSchema = z
  .object({
    /** Of the stream `seating:<evening>`, read before the rest: watch from here. */
    rev: z.number().int(),
    evening: z.object({ id: z.uuid(), theme: z.string(), state: z.enum(EVENING_STATES) }),
    blocks: z.array(z.object({ id: z.uuid(), kind: z.enum(PROGRAMME_KINDS), title: z.string() })),
    version: z.number().int(),
    block: z.uuid().nullable(),
    tables: z.array(z.object({ ...tableFields, name: z.string() })),
    ...setupFields,
    /** Everybody who may be seated or sits somewhere, by name. */
    people: z.array(
      z.object({
        id: z.uuid(),
        firstName: z.string(),
        lastName: z.string(),
        affiliation: z.string(),
        mark: z.enum(SECTOR_MARKS),
        side: z.enum(SIDES),
        /** With whom this support person or child came. */
        accompanies: z.uuid().nullable(),
        coming: z.boolean(),
        present: z.boolean(),
      }),
    ),
    run: z
      .object({
        id: z.uuid(),
        state: z.enum(SEATING_RUN_STATES),
        /** From 0 to 100. */
        progress: z.number().int(),
        refusal: z.enum(SEATING_REFUSALS).nullable(),
      })
      .nullable(),
    plan: z
      .object({
        rounds: z.array(roundSchema),
        quality: seatingQualitySchema,
        aim: z.enum(SEATING_AIMS),
        madeAt: instant,
        /** Tables, rounds or wishes were changed since. */
        isOutdated: z.boolean(),
        /** So many who told of access needs sit at no accessible table. */
        withoutAccessibleSeat: z.number().int(),
        /** Get a seat now and have none in the rounds to come; and the other way round. */
        unseated: z.array(z.uuid()),
        missing: z.array(z.uuid()),
      })
      .nullable(),
    /** So many rounds are over. */
    held: z.number().int(),
    /** What people see; `isThisPlan`: the very plan above. */
    published: z.object({ at: instant, isThisPlan: z.boolean() }).nullable(),
  })
  .meta({ id: 'Seating' });
export type SeatingView = z.output<typeof seatingSchema>;

/** The own way through the rounds: first names and affiliations, as badges have them (product rule 4). */
export const ownSeatingSchema = z
  .object({
    seating: z
      .object({
        held: z.number().int(),
        rounds: z.array(
          z.object({
            round: z.number().int(),
            table: z.string(),
            with: z.array(
              z.object({
                firstName: z.string(),
                affiliation: z.string(),
                mark: z.enum(SECTOR_MARKS),
                side: z.enum(SIDES),
              }),
            ),
          }),
        ),
      })
      .nullable(),
  })
  .meta({ id: 'OwnSeating' });
