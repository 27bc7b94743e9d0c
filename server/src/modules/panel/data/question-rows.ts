import {
  HIDE_REASONS,
  PANEL_PHASES,
  QUESTION_AIMS,
  QUESTION_SOURCES,
  QUESTION_STATES,
} from '@hillo/domain/panel';
import { z } from 'zod';

export const panelRow = z.object({
  phase: z.enum(PANEL_PHASES),
  isModerated: z.boolean(),
  orderVersion: z.number(),
  note: z.string(),
});
export type PanelSettings = z.infer<typeof panelRow>;

export const PANEL_COLUMNS = 'phase, is_moderated AS "isModerated", order_version AS "orderVersion", note';

export const questionRow = z.object({
  id: z.uuid(),
  eveningId: z.uuid(),
  askerId: z.uuid().nullable(),
  aim: z.enum(QUESTION_AIMS),
  speaker: z.string(),
  text: z.string(),
  originalText: z.string().nullable(),
  state: z.enum(QUESTION_STATES),
  source: z.enum(QUESTION_SOURCES),
  mergedIntoId: z.uuid().nullable(),
  place: z.number().nullable(),
  answer: z.string(),
  hideReason: z.enum(HIDE_REASONS).nullable(),
  hideWords: z.string(),
  version: z.number(),
  follows: z.boolean(),
  forTable: z.boolean(),
  isMuted: z.boolean(),
  votes: z.coerce.number(),
  askedAt: z.date(),
  /** Of an asker with a name. */
  firstName: z.string().nullable(),
  affiliation: z.string().nullable(),
});
/** A question as it is stored, with its votes and those of what was merged into it. */
export type Question = z.infer<typeof questionRow>;

/**
 * Questions that meet a condition, with their votes: a person counts once for all that were merged into one.
 * @param where a condition on the question called `q`
 * @param counted a condition on the questions called `x` whose votes are counted: those, and what was merged into them
 */
export function questionsWhere(where: string, counted: string): string {
  return `
    SELECT q.id, q.evening_id AS "eveningId", q.asker_id AS "askerId", q.aim, q.speaker, q.text,
           q.original_text AS "originalText", q.state, q.source, q.merged_into_id AS "mergedIntoId", q.place, q.answer,
           q.hide_reason AS "hideReason", q.hide_words AS "hideWords", q.version, q.follows,
           q.for_table_at IS NOT NULL AS "forTable", q.asked_at AS "askedAt",
           EXISTS (SELECT 1 FROM question_mutes m WHERE m.question_id = q.id) AS "isMuted",
           q.votes_kept + coalesce(c.votes, 0) AS votes, r.first_name AS "firstName", r.affiliation
    FROM questions q
    LEFT JOIN registrations r ON r.id = q.asker_id AND q.with_name
    LEFT JOIN (
      SELECT coalesce(x.merged_into_id, x.id) AS root, count(DISTINCT v.registration_id) AS votes
      FROM questions x JOIN question_votes v ON v.question_id = x.id
      WHERE ${counted}
      GROUP BY 1) c ON c.root = q.id
    WHERE ${where}`;
}
