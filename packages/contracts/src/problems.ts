import { z } from 'zod';
import { accountsProblems } from './accounts.js';
import { affiliationsProblems } from './affiliations.js';
import { bingoProblems } from './bingo.js';
import { contactsProblems } from './contacts.js';
import { crewProblems } from './crew.js';
import { doorProblems } from './door.js';
import { drawProblems } from './draw.js';
import { encountersProblems } from './encounters.js';
import { eveningsProblems } from './evenings.js';
import { membersProblems } from './members.js';
import { offlineProblems } from './offline.js';
import { paperProblems } from './paper.js';
import { panelProblems } from './panel.js';
import { passkeysProblems } from './passkeys.js';
import { registrationProblems } from './registration.js';
import { reservesProblems } from './reserves.js';
import { seatingProblems } from './seating.js';
import { stageProblems } from './stage.js';
import { stepUpProblems } from './step-ups.js';

/**
 * Problem codes of the platform with their HTTP status. A noun adds its own in `<noun>.ts` as
 * `<noun>Problems`; they are joined below. Texts: `problem.<code>` in `packages/i18n`.
 */
export const platformProblems = {
  'invalid-input': 400,
  'malformed-body': 400,
  'idempotency-key-missing': 400,
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'idempotency-key-reused': 422,
  'too-many-requests': 429,
  'internal-error': 500,
  'database-unavailable': 503,
} as const;

export const problems = {
  ...platformProblems,
  ...accountsProblems,
  ...membersProblems,
  ...passkeysProblems,
  ...stepUpProblems,
  ...eveningsProblems,
  ...crewProblems,
  ...registrationProblems,
  ...affiliationsProblems,
  ...doorProblems,
  ...reservesProblems,
  ...encountersProblems,
  ...offlineProblems,
  ...bingoProblems,
  ...paperProblems,
  ...contactsProblems,
  ...drawProblems,
  ...seatingProblems,
  ...panelProblems,
  ...stageProblems,
} as const;

export type ProblemCode = keyof typeof problems;

/** RFC 9457 problem details. `title` and `detail` are in the reader's language; `code` is for programs. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })).optional(),
    data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problemSchema>;
