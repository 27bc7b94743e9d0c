import { MEMBER_ROLES } from '@hillo/domain/accounts';
import { z } from 'zod';
import { defineApi } from './endpoint.js';

export const accountsProblems = {
  /** The link was used, is too old or was never ours. */
  'link-not-valid': 410,
} as const;

export const tokenSchema = z.string().trim().min(20, 'invalid').max(64, 'invalid');
export const emailSchema = z.string().trim().max(254, 'too-long').pipe(z.email('invalid-email'));

const grantSchema = z
  .object({
    kind: z.enum(['account', 'attendee', 'device', 'association']),
    subjectId: z.uuid(),
    eveningId: z.uuid().nullable(),
    role: z.string().nullable(),
    name: z.string(),
    place: z.string(),
  })
  .meta({ id: 'Grant' });

export const accountsApi = defineApi({
  'GET /api/session': {
    summary: 'Who this browser may act as',
    access: 'everyone',
    response: z
      .object({
        grants: z.array(grantSchema),
        account: z
          .object({
            id: z.uuid(),
            name: z.string(),
            email: z.string(),
            isAdmin: z.boolean(),
            organisations: z.array(
              z.object({ id: z.uuid(), name: z.string(), roles: z.array(z.enum(MEMBER_ROLES)) }),
            ),
          })
          .nullable(),
      })
      .meta({ id: 'Session' }),
    problems: [],
  },
  'DELETE /api/session': {
    summary: 'Sign out: ends every grant of this browser',
    access: 'everyone',
    idempotency: 'none',
    response: null,
    problems: [],
  },
  'POST /api/sign-in-links': {
    summary: 'Send a sign-in link; the answer is the same for known and unknown addresses',
    access: 'everyone',
    idempotency: 'none',
    limit: 'sign-in',
    body: z.object({ email: emailSchema }),
    response: null,
    status: 202,
    problems: [],
  },
  'POST /api/session/sign-in': {
    summary: 'Sign in with the token of a sign-in link; the page of the link posts it after a click',
    access: 'everyone',
    idempotency: 'none',
    limit: 'token',
    body: z.object({ token: tokenSchema }),
    response: z.object({ organisationId: z.uuid().nullable() }).meta({ id: 'SignedIn' }),
    problems: ['link-not-valid', 'too-many-requests'],
  },
});
