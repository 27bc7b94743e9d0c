import { PROGRAMME_KINDS } from '@hillo/domain/evenings';
import { PANEL_PHASES } from '@hillo/domain/panel';
import { z } from 'zod';
import { defineApi } from './endpoint.js';
import { instant } from './text-fields.js';

export const stageProblems = {
  /** Another host was faster: `data.version` and `data.scene` say how it is now. */
  'stage-changed': 409,
  /** The part of the programme or the round is not there (any more). */
  'scene-not-possible': 409,
} as const;

/** How many questions the stage shows under the one that is answered. */
export const STAGE_QUESTIONS = 5;

/** A scene of the domain (`Scene`). */
export const sceneSchema = z.discriminatedUnion('scene', [
  z.object({ scene: z.literal('welcome') }),
  z.object({ scene: z.literal('programme'), block: z.uuid().nullable() }),
  z.object({ scene: z.literal('pulse') }),
  z.object({ scene: z.literal('talk'), block: z.uuid() }),
  z.object({ scene: z.literal('questions') }),
  z.object({ scene: z.literal('seating'), round: z.number().int().min(1) }),
  z.object({ scene: z.literal('draw') }),
  z.object({ scene: z.literal('thanks') }),
]);

const stageQuestion = z.object({
  id: z.uuid(),
  text: z.string(),
  /** Whom of the speakers it is for; may be empty. */
  speaker: z.string(),
  /** Only of somebody who asked with their name. */
  asker: z.object({ firstName: z.string(), affiliation: z.string() }).nullable(),
  votes: z.number().int(),
});

/**
 * What the big screen shows, the same for everybody in the room; answered by ETag. The pulse and the draw bring their own figures
 * by their own routes.
 */
export const stageSchema = z
  .object({
    /** Of the stream `stage:<evening>`, read before the rest. */
    rev: z.number().int(),
    /** Grows with every change by anybody: send it along. 0: nobody has chosen a scene yet. */
    version: z.number().int(),
    /** Since when the scene is shown. */
    shownAt: instant.nullable(),
    scene: sceneSchema,
    /** What was shown before, for one step back. */
    previous: sceneSchema.nullable(),
    /** The scenes in the order in which they are offered (`runSheet` of the domain). */
    sheet: z.array(sceneSchema),
    evening: z.object({
      id: z.uuid(),
      name: z.string(),
      organiser: z.string(),
      venue: z.string(),
      startsAt: instant,
      endsAt: instant,
      timeZone: z.string(),
      isRunning: z.boolean(),
      isOver: z.boolean(),
    }),
    links: z.object({
      /** The evening's public page. */
      join: z.string(),
      /** Leads everybody to the own page on their own phone. */
      own: z.string(),
    }),
    programme: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(PROGRAMME_KINDS),
        title: z.string(),
        startsAt: instant.nullable(),
        endsAt: instant.nullable(),
      }),
    ),
    /** Of the seating that people see. */
    rounds: z.number().int(),
    /** While they are the scene. */
    questions: z
      .object({
        phase: z.enum(PANEL_PHASES),
        onStage: stageQuestion.nullable(),
        next: z.array(stageQuestion).max(STAGE_QUESTIONS),
        /** Of all that wait for an answer, the listed ones included. */
        waiting: z.number().int(),
      })
      .nullable(),
    /** While a round is the scene: tables in their order with so many seats taken, never who sits there. */
    seating: z
      .object({
        round: z.number().int(),
        tables: z.array(z.object({ name: z.string(), people: z.number().int() })),
      })
      .nullable(),
  })
  .meta({ id: 'Stage' });
export type Stage = z.output<typeof stageSchema>;
export type StageQuestion = z.output<typeof stageQuestion>;

/** What a phone needs to say what goes on now; the changes of the stream carry the same. */
export const stageNowSchema = z
  .object({
    rev: z.number().int(),
    version: z.number().int(),
    scene: sceneSchema,
    /** Kind of the part of the programme that the scene is about. */
    block: z.enum(PROGRAMME_KINDS).nullable(),
    isRunning: z.boolean(),
  })
  .meta({ id: 'StageNow' });
export type StageNow = z.output<typeof stageNowSchema>;

const byEvening = z.object({ evening: z.uuid() });

export const stageApi = defineApi({
  'GET /api/evenings/:evening/stage': {
    summary: 'What the big screen shows, with the rev from which to watch stage:<evening>; answered by ETag',
    access: ['attendee', 'host', 'organiser', 'helper'],
    params: byEvening,
    response: stageSchema,
    problems: [],
  },
  'GET /api/evenings/:evening/stage/now': {
    summary: 'Which scene is shown: for the phones, which say in plain words what to do now',
    access: ['attendee', 'host', 'organiser', 'helper'],
    params: byEvening,
    response: stageNowSchema,
    problems: [],
  },
  'PUT /api/evenings/:evening/stage/scene': {
    summary: 'Show another scene on the big screen',
    access: ['host', 'organiser'],
    params: byEvening,
    body: z.object({ version: z.number().int().min(0), scene: sceneSchema }),
    response: stageSchema,
    problems: ['stage-changed', 'scene-not-possible'],
  },
});
