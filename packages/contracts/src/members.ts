import { MEMBER_ROLES } from '@hillo/domain/accounts';
import { LOCALES } from '@hillo/domain/shared';
import { z } from 'zod';
import { emailSchema, tokenSchema } from './accounts.js';
import { defineApi } from './endpoint.js';
import { instant, line } from './text-fields.js';

export const membersProblems = {
  /** An organisation keeps at least one organiser. */
  'last-organiser': 409,
  /** The address already belongs to a member. */
  'already-member': 409,
} as const;

/** Greatest length of a member's name, in characters. */
export const MEMBER_NAME_MAX = 80;

const byOrganisation = z.object({ organisation: z.uuid() });
const rolesInput = z
  .array(z.enum(MEMBER_ROLES))
  .min(1, 'required')
  .max(MEMBER_ROLES.length)
  .transform((roles) => MEMBER_ROLES.filter((role) => roles.includes(role)));

const memberListSchema = z
  .object({
    members: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        email: z.string(),
        roles: z.array(z.enum(MEMBER_ROLES)),
        isYou: z.boolean(),
      }),
    ),
    invitations: z.array(
      z.object({ id: z.uuid(), email: z.string(), roles: z.array(z.enum(MEMBER_ROLES)), expiresAt: instant }),
    ),
  })
  .meta({ id: 'MemberList' });
export type MemberList = z.input<typeof memberListSchema>;

export const membersApi = defineApi({
  'GET /api/organisations/:organisation/members': {
    summary: 'Members of an organisation and invitations not yet accepted',
    access: ['organiser'],
    params: byOrganisation,
    response: memberListSchema,
    problems: [],
  },
  'POST /api/organisations/:organisation/invitations': {
    summary: 'Invite a member by e-mail; inviting the same address again replaces the earlier invitation',
    access: ['organiser'],
    params: byOrganisation,
    body: z.object({
      email: emailSchema,
      roles: rolesInput,
      /** Of the mail; without one the organisation's. */
      locale: z.enum(LOCALES).optional(),
    }),
    response: memberListSchema,
    status: 201,
    problems: ['already-member'],
  },
  'DELETE /api/organisations/:organisation/invitations/:invitation': {
    summary: 'Take an invitation back',
    access: ['organiser'],
    params: byOrganisation.extend({ invitation: z.uuid() }),
    response: memberListSchema,
    problems: [],
  },
  'PATCH /api/organisations/:organisation/members/:member': {
    summary: 'Change the roles of a member; the last organiser stays one',
    access: ['organiser'],
    params: byOrganisation.extend({ member: z.uuid() }),
    body: z.object({ roles: rolesInput }),
    response: memberListSchema,
    problems: ['last-organiser'],
  },
  'DELETE /api/organisations/:organisation/members/:member': {
    summary: 'Remove a member; the last organiser stays',
    access: ['organiser'],
    params: byOrganisation.extend({ member: z.uuid() }),
    response: memberListSchema,
    problems: ['last-organiser'],
  },
  'POST /api/invitations/look': {
    summary:
      'What an invitation is for; the token travels in the body, so that no log keeps it. Changes nothing',
    access: 'everyone',
    idempotency: 'none',
    limit: 'token',
    body: z.object({ token: tokenSchema }),
    response: z
      .object({
        organisation: z.string(),
        email: z.string(),
        roles: z.array(z.enum(MEMBER_ROLES)),
        /** Name of the account that this address already has. */
        name: z.string().nullable(),
      })
      .meta({ id: 'Invitation' }),
    problems: ['link-not-valid', 'too-many-requests'],
  },
  'POST /api/session/invitation': {
    summary: 'Accept an invitation and sign in; the page of the link posts it after a click',
    access: 'everyone',
    idempotency: 'none',
    limit: 'token',
    body: z.object({ token: tokenSchema, name: line(MEMBER_NAME_MAX) }),
    response: z.object({ organisationId: z.uuid() }).meta({ id: 'InvitationAccepted' }),
    problems: ['link-not-valid', 'too-many-requests'],
  },
});
