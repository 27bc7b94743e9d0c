import {
  ANSWER_MAX,
  HIDE_REASONS,
  HIDE_WORDS_MAX,
  NOTE_MAX,
  PANEL_HOLDS,
  PANEL_PHASES,
  QUESTION_AIMS,
  QUESTION_MAX,
  SPEAKER_MAX,
} from '@hillo/domain/panel';
import { z } from 'zod';
import { defineApi } from './endpoint.js';
import { ownQuestionSchema, ownQuestionsSchema, panelDeskSchema, panelListSchema } from './panel-schemas.js';
import { line, lines, optionalLine } from './text-fields.js';

export const panelProblems = {
  /** The evening does not run, or no more questions are taken. */
  'panel-closed': 409,
  /** A moderator takes no more questions of this person. */
  'asker-muted': 409,
  /** `data.seconds` says when the next question is taken. */
  'asked-too-soon': 429,
  'panel-full': 409,
  'own-questions-full': 409,
  /** `data.state` and `data.event` say what does not go together. */
  'question-state-forbids': 409,
  /** Somebody else was faster: `data.state` and `data.version` say how it is now. */
  'question-changed': 409,
  'order-changed': 409,
  'question-not-open': 409,
  'own-question': 409,
  'merge-target': 409,
} as const;

/** Files of the list after the evening. */
export const QUESTION_FILES = ['pdf', 'csv', 'xlsx'] as const;
export type QuestionFile = (typeof QUESTION_FILES)[number];

const evening = z.object({ evening: z.uuid() });
const evenings = z.object({ evening: z.uuid(), question: z.uuid() });
const me = z.object({ registration: z.uuid() });
const mine = z.object({ registration: z.uuid(), question: z.uuid() });
const version = z.number().int().min(0);
const MODERATORS = ['host', 'organiser'] as const;

const askedShape = {
  text: line(QUESTION_MAX),
  aim: z.enum(QUESTION_AIMS).default('panel'),
  speaker: optionalLine(SPEAKER_MAX).default(''),
};

const moveBody = z.discriminatedUnion('move', [
  z.object({ move: z.literal('approve'), version }),
  z.object({ move: z.literal('put-on-stage'), version }),
  z.object({ move: z.literal('put-back'), version }),
  z.object({ move: z.literal('answer'), version, answer: lines(ANSWER_MAX).default('') }),
  z.object({
    move: z.literal('hide'),
    version,
    reason: z.enum(HIDE_REASONS),
    words: optionalLine(HIDE_WORDS_MAX).default(''),
  }),
  z.object({ move: z.literal('merge'), version, into: z.uuid() }),
]);
export type QuestionMove = z.output<typeof moveBody>;

const changed = ['question-changed', 'question-state-forbids'] as const;

export const panelApi = defineApi({
  'GET /api/evenings/:evening/panel': {
    summary: 'Questions that everybody at the evening sees; answered by ETag',
    access: ['attendee', 'host', 'organiser', 'helper'],
    params: evening,
    response: panelListSchema,
    problems: [],
  },
  'GET /api/me/:registration/questions': {
    summary: 'My questions with their state, and what I voted for',
    access: ['attendee'],
    params: me,
    response: ownQuestionsSchema,
    problems: [],
  },
  'POST /api/me/:registration/questions': {
    summary: 'Ask the panel, a speaker or the organiser, or wish a theme for the next evening',
    access: ['attendee'],
    params: me,
    body: z.object({
      ...askedShape,
      /** With my first name and affiliation; otherwise nobody learns who asked. */
      withName: z.boolean().default(false),
    }),
    response: ownQuestionSchema,
    status: 201,
    problems: [
      'panel-closed',
      'not-checked-in',
      'asker-muted',
      'asked-too-soon',
      'panel-full',
      'own-questions-full',
    ],
  },
  'PATCH /api/me/:registration/questions/:question': {
    summary: 'Correct my question while it waits',
    access: ['attendee'],
    params: mine,
    body: z.object({ text: line(QUESTION_MAX) }),
    response: ownQuestionSchema,
    problems: ['question-state-forbids'],
  },
  'DELETE /api/me/:registration/questions/:question': {
    summary: 'Withdraw my question: its words are gone',
    access: ['attendee'],
    params: mine,
    response: null,
    problems: ['question-state-forbids'],
  },
  'PUT /api/me/:registration/questions/:question/following': {
    summary: 'Say whether I want to be told when my question is answered after the evening',
    access: ['attendee'],
    params: mine,
    body: z.object({ follows: z.boolean() }),
    response: ownQuestionSchema,
    problems: [],
  },
  'GET /api/me/:registration/similar-questions': {
    summary: 'Shown questions like this text, the most alike first: vote instead of asking again',
    access: ['attendee'],
    params: me,
    query: z.object({ text: z.string().max(QUESTION_MAX) }),
    response: z.object({ ids: z.array(z.uuid()) }).meta({ id: 'SimilarQuestions' }),
    problems: [],
  },
  'PUT /api/me/:registration/votes/:question': {
    summary: 'Vote for a question of somebody else: one vote a person',
    access: ['attendee'],
    params: mine,
    response: z
      .object({ question: z.uuid(), voted: z.boolean(), votes: z.number().int() })
      .meta({ id: 'Vote' }),
    problems: ['panel-closed', 'not-checked-in', 'question-not-open', 'own-question'],
  },
  'DELETE /api/me/:registration/votes/:question': {
    summary: 'Take my vote back',
    access: ['attendee'],
    params: mine,
    response: z
      .object({ question: z.uuid(), voted: z.boolean(), votes: z.number().int() })
      .meta({ id: 'VoteTakenBack' }),
    problems: ['panel-closed', 'not-checked-in', 'question-not-open', 'own-question'],
  },
  'GET /api/evenings/:evening/panel/desk': {
    summary: 'Every question of the evening, for whoever moderates',
    access: MODERATORS,
    params: evening,
    response: panelDeskSchema,
    problems: [],
  },
  'PATCH /api/evenings/:evening/panel': {
    summary: 'Turn moderation on or off, begin the panel, take no more questions',
    access: MODERATORS,
    params: evening,
    body: z.object({ phase: z.enum(PANEL_PHASES).optional(), isModerated: z.boolean().optional() }),
    response: panelDeskSchema,
    problems: [],
  },
  'PUT /api/evenings/:evening/panel/note': {
    summary: 'The organiser’s note to the host',
    access: ['organiser'],
    params: evening,
    body: z.object({ note: lines(NOTE_MAX) }),
    response: panelDeskSchema,
    problems: [],
  },
  'PUT /api/evenings/:evening/panel/order': {
    summary: 'Which questions stand first, by hand; the others follow by votes',
    access: MODERATORS,
    params: evening,
    body: z.object({ version, placed: z.array(z.uuid()).max(PANEL_HOLDS) }),
    response: panelDeskSchema,
    problems: ['order-changed'],
  },
  'POST /api/evenings/:evening/questions': {
    summary: 'Type in a question from a card, or one that was spoken',
    access: ['host', 'organiser', 'helper'],
    params: evening,
    body: z.object({ ...askedShape, source: z.enum(['card', 'spoken']) }),
    response: z.object({ id: z.uuid() }).meta({ id: 'TypedQuestion' }),
    status: 201,
    problems: ['panel-closed', 'panel-full'],
  },
  'PATCH /api/evenings/:evening/questions/:question': {
    summary: 'Make a question clearer; the asker’s own words are kept beside',
    access: MODERATORS,
    params: evenings,
    body: z.object({ version, text: line(QUESTION_MAX) }),
    response: panelDeskSchema,
    problems: changed,
  },
  'POST /api/evenings/:evening/questions/:question/moves': {
    summary: 'Approve, put on the stage, answer, hide, merge or put back a question',
    access: MODERATORS,
    params: evenings,
    body: moveBody,
    response: panelDeskSchema,
    problems: [...changed, 'merge-target'],
  },
  'PUT /api/evenings/:evening/questions/:question/mute': {
    summary: 'Take no more questions of whoever asked this one; who that is stays unknown',
    access: MODERATORS,
    params: evenings,
    response: panelDeskSchema,
    problems: [],
  },
  'DELETE /api/evenings/:evening/questions/:question/mute': {
    summary: 'Take questions of whoever asked this one again',
    access: MODERATORS,
    params: evenings,
    response: panelDeskSchema,
    problems: [],
  },
  'PUT /api/evenings/:evening/questions/:question/table': {
    summary: 'Let an unanswered question go on at a table, or not',
    access: ['organiser'],
    params: evenings,
    body: z.object({ forTable: z.boolean() }),
    response: panelDeskSchema,
    problems: ['question-state-forbids'],
  },
  'GET /api/evenings/:evening/question-files/:format': {
    summary: 'The questions of the evening as a file, without names of those who asked',
    access: ['organiser'],
    params: z.object({ evening: z.uuid(), format: z.enum(QUESTION_FILES) }),
    response: {
      file: [
        'application/pdf',
        'text/csv',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      ],
    },
    problems: [],
  },
});
