import { z } from 'zod';
import { tokenSchema } from './accounts.js';
import { defineApi } from './endpoint.js';
import { emailInput, ownPageSchema } from './registration-schemas.js';

const byRegistration = z.object({ registration: z.uuid() });

/** What a person does about the own data besides correcting it: another address, and everything gone. */
export const ownDataApi = defineApi({
  'POST /api/me/:registration/email-changes': {
    summary: 'Change the own address: it counts once the link that is mailed to the new one is pressed',
    access: ['attendee'],
    params: byRegistration,
    stepUp: 'email-change',
    body: z.object({ email: emailInput }),
    response: ownPageSchema,
    status: 202,
    problems: ['too-many-requests'],
  },
  'POST /api/me/:registration/erasure': {
    summary: 'Delete my data: at once, for good; a mail says that it is done',
    access: ['attendee'],
    params: byRegistration,
    stepUp: 'erasure',
    response: null,
    problems: [],
  },
  'POST /api/email-changes/confirmation': {
    summary: 'The new address is the person’s: the page of the mailed link posts its token after a click',
    access: 'everyone',
    idempotency: 'none',
    limit: 'token',
    body: z.object({ token: tokenSchema }),
    response: null,
    problems: ['link-not-valid', 'too-many-requests'],
  },
});
