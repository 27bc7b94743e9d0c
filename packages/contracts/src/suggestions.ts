import { MOST_REASONS, MOST_SUGGESTIONS } from '@hillo/domain/matchmaking';
import { z } from 'zod';
import { defineApi } from './endpoint.js';

const reasonSchema = z.object({
  kind: z.enum(['offers-what-you-need', 'needs-what-you-offer']),
  /** A clause of what the other wrote, and one of what the reader wrote. */
  theirs: z.string(),
  mine: z.string(),
});

/** Somebody worth meeting: what a scan alone shows (product rule 4), and why. Best first; there is no grade. */
const suggestedSchema = z
  .object({
    id: z.uuid(),
    firstName: z.string(),
    affiliation: z.string(),
    reasons: z.array(reasonSchema).min(1).max(MOST_REASONS),
  })
  .meta({ id: 'SuggestedPerson' });

export const suggestionsSchema = z
  .object({
    /** The evening is to come or runs, and the reader has a seat. */
    isOpen: z.boolean(),
    /** False when the reader has turned suggestions off. */
    wanted: z.boolean(),
    /** Others may be told what the reader offers and needs, so the reader is suggested too. */
    offersMayBeTold: z.boolean(),
    /** The reader has told what they offer or need. */
    hasWishes: z.boolean(),
    people: z.array(suggestedSchema).max(MOST_SUGGESTIONS),
    /** How many people the reader has put aside. */
    dismissed: z.number().int(),
  })
  .meta({ id: 'Suggestions' });
export type SuggestionsView = z.infer<typeof suggestionsSchema>;

const me = z.object({ registration: z.uuid() });

export const suggestionsApi = defineApi({
  'GET /api/me/:registration/suggestions': {
    summary: 'A few people worth meeting and why; only those who allowed it are found',
    access: ['attendee'],
    params: me,
    response: suggestionsSchema,
    problems: [],
  },
  'PUT /api/me/:registration/suggestions/wanted': {
    summary: 'Turn suggestions on or off for myself',
    access: ['attendee'],
    params: me,
    body: z.object({ wanted: z.boolean() }),
    response: suggestionsSchema,
    problems: [],
  },
  'PUT /api/me/:registration/suggestions/:person/dismissal': {
    summary: 'Put a suggested person aside: not suggested to me again',
    access: ['attendee'],
    params: z.object({ registration: z.uuid(), person: z.uuid() }),
    response: suggestionsSchema,
    problems: ['not-found'],
  },
  'DELETE /api/me/:registration/suggestions/dismissals': {
    summary: 'Suggest again everybody whom I put aside',
    access: ['attendee'],
    params: me,
    response: suggestionsSchema,
    problems: [],
  },
});
