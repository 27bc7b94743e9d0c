import {
  HIDE_REASONS,
  PANEL_PHASES,
  QUESTION_AIMS,
  QUESTION_SOURCES,
  QUESTION_STATES,
  VISIBLE_STATES,
} from '@hillo/domain/panel';
import { z } from 'zod';
import { instant } from './text-fields.js';

const questionShape = {
  id: z.uuid(),
  text: z.string(),
  aim: z.enum(QUESTION_AIMS),
  /** Whom of the speakers it is for, in the asker's words; may be empty. */
  speaker: z.string(),
  source: z.enum(QUESTION_SOURCES),
  /** A moderator made it clearer. */
  edited: z.boolean(),
  /** Who asked, if they asked with their name. */
  asker: z.object({ firstName: z.string(), affiliation: z.string() }).nullable(),
  votes: z.number().int(),
  /** Place by a moderator's hand, from 0; null follows the votes. */
  place: z.number().int().nullable(),
  askedAt: instant,
  /** The short written answer; may be empty. */
  answer: z.string(),
};

/** A question as everybody at the evening sees it. */
export const shownQuestionSchema = z
  .object({ ...questionShape, state: z.enum(VISIBLE_STATES) })
  .meta({ id: 'ShownQuestion' });
export type ShownQuestion = z.infer<typeof shownQuestionSchema>;

/** The list of an evening's questions, the same for everybody; answered by ETag. */
export const panelListSchema = z
  .object({
    /** Of the stream `panel:<evening>`, read before the list. */
    rev: z.number().int(),
    phase: z.enum(PANEL_PHASES),
    isModerated: z.boolean(),
    /** Unordered: `orderQuestions` of the domain. */
    questions: z.array(shownQuestionSchema),
  })
  .meta({ id: 'PanelList' });
export type PanelList = z.infer<typeof panelListSchema>;

/** A question as its asker sees it. */
export const ownQuestionSchema = z
  .object({
    ...questionShape,
    state: z.enum(QUESTION_STATES),
    /** Why it was hidden. */
    hidden: z.object({ reason: z.enum(HIDE_REASONS), words: z.string() }).nullable(),
    mergedInto: z.uuid().nullable(),
    /** Goes on at a table, for nobody answered it at the evening. */
    forTable: z.boolean(),
    /** I want to be told when it is answered later. */
    follows: z.boolean(),
  })
  .meta({ id: 'OwnQuestion' });
export type OwnQuestion = z.infer<typeof ownQuestionSchema>;

export const ownQuestionsSchema = z
  .object({
    evening: z.object({
      id: z.uuid(),
      theme: z.string(),
      timeZone: z.string(),
      isRunning: z.boolean(),
      isOver: z.boolean(),
    }),
    isCheckedIn: z.boolean(),
    /** Mine, the latest first; withdrawn ones are gone. */
    questions: z.array(ownQuestionSchema),
    /** What I have voted for. */
    voted: z.array(z.uuid()),
  })
  .meta({ id: 'OwnQuestions' });
export type OwnQuestions = z.infer<typeof ownQuestionsSchema>;

/** A question as whoever moderates sees it; who asked without a name is nobody to them too. */
export const deskQuestionSchema = z
  .object({
    ...questionShape,
    state: z.enum(QUESTION_STATES),
    /** Grows with every change by anybody: send it along, so that nobody's work is overwritten. */
    version: z.number().int(),
    /** The asker's own words, once somebody edited them. */
    originalText: z.string().nullable(),
    /** Words of the list that mark it. */
    markedWords: z.array(z.string()),
    hidden: z.object({ reason: z.enum(HIDE_REASONS), words: z.string() }).nullable(),
    mergedInto: z.uuid().nullable(),
    /** Somebody asked it by phone, so that they can be muted by it. */
    hasAsker: z.boolean(),
    /** Whoever asked this was muted by it. */
    isMuted: z.boolean(),
    forTable: z.boolean(),
    /** The asker wants to be told when it is answered later. */
    follows: z.boolean(),
  })
  .meta({ id: 'DeskQuestion' });
export type DeskQuestion = z.infer<typeof deskQuestionSchema>;

export const panelDeskSchema = z
  .object({
    /** Of the stream `panel-desk:<evening>`, read before the rest. */
    rev: z.number().int(),
    evening: z.object({
      id: z.uuid(),
      theme: z.string(),
      timeZone: z.string(),
      isRunning: z.boolean(),
      isOver: z.boolean(),
    }),
    phase: z.enum(PANEL_PHASES),
    isModerated: z.boolean(),
    /** Of the order by hand. */
    orderVersion: z.number().int(),
    /** From the organiser to the host; empty is none. */
    note: z.string(),
    questions: z.array(deskQuestionSchema),
  })
  .meta({ id: 'PanelDesk' });
export type PanelDesk = z.infer<typeof panelDeskSchema>;
