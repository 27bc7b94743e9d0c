import { RESERVES_AT_ONCE } from '@hillo/domain/door';
import { z } from 'zod';
import { tokenSchema } from './accounts.js';
import { doorPersonSchema } from './door.js';
import { defineApi } from './endpoint.js';

export const reservesProblems = {
  /** The badge is somebody's, or was. */
  'badge-taken': 409,
  /** The badge was printed ahead and is nobody's yet: `POST …/door/badges` gives it to somebody. */
  'badge-unbound': 409,
  /** A child's badge has neither QR nor code (product rule 6). */
  'no-code-for-children': 409,
  /** As many as may be printed ahead for one evening. `data.left`: how many more. */
  'reserves-exhausted': 409,
} as const;

const eveningParams = z.object({ evening: z.uuid() });
const ARRANGING = ['organiser', 'helper'] as const;

const reservesSchema = z
  .object({
    total: z.number().int(),
    /** Nobody's yet. */
    free: z.number().int(),
  })
  .meta({ id: 'BadgeReserves' });

/** Badges printed before anybody's name is known, and the list on paper: the door's side without a phone (S77). */
export const reservesApi = defineApi({
  'GET /api/evenings/:evening/reserves': {
    summary: 'How many badges were printed ahead, and how many of them are nobody’s yet',
    access: ARRANGING,
    params: eveningParams,
    response: reservesSchema,
    problems: [],
  },
  'POST /api/evenings/:evening/reserves': {
    summary: 'Make more badges for people who are not known yet, each with its own code',
    access: ARRANGING,
    params: eveningParams,
    body: z.object({
      count: z.number('invalid').int('invalid').min(1, 'invalid').max(RESERVES_AT_ONCE, 'invalid'),
    }),
    response: reservesSchema,
    status: 201,
    problems: ['reserves-exhausted'],
  },
  'GET /api/evenings/:evening/reserves/badges.pdf': {
    summary: 'Badges that are nobody’s yet, eight on a sheet of A4, with room for a name by hand',
    access: ARRANGING,
    params: eveningParams,
    response: { file: ['application/pdf'] },
    problems: [],
  },
  'POST /api/evenings/:evening/door/badges': {
    summary: 'Give a badge that was printed ahead to a person; the person’s badge before it is valid no more',
    access: ['door', 'organiser', 'helper'],
    params: eveningParams,
    body: z.object({
      badge: z.discriminatedUnion('by', [
        z.object({ by: z.literal('badge'), token: tokenSchema }),
        z.object({ by: z.literal('code'), code: z.string().min(1, 'required').max(40, 'too-long') }),
      ]),
      registrationId: z.uuid(),
    }),
    response: doorPersonSchema,
    problems: [
      'evening-not-open',
      'badge-taken',
      'badge-unknown',
      'no-code-for-children',
      'on-waitlist',
      'registration-cancelled',
      'spoken-code-unknown',
      'spoken-code-slip',
      'spoken-code-malformed',
    ],
  },
  'GET /api/evenings/:evening/attendance-list.pdf': {
    summary:
      'Everybody with a seat by last name, with codes, boxes to tick and empty lines, for a door without a phone',
    access: ARRANGING,
    params: eveningParams,
    response: { file: ['application/pdf'] },
    problems: [],
  },
});
