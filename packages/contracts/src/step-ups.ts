import { STEP_UP, STEP_UP_PURPOSES } from '@hillo/domain/accounts';
import { z } from 'zod';
import { defineApi } from './endpoint.js';

export const stepUpProblems = {
  /** Signed in by a link: the six digits of a mail come first. Ask for them, type them, then ask again. */
  'step-up-needed': 403,
  /** Wrong, too old, used, or tried too often; which of these is not told. */
  'step-up-code-not-valid': 422,
  /** There is no address to send a code to, and none is asked for. */
  'step-up-address-missing': 409,
} as const;

/** White space and what else people type between digits does not matter. */
const code = z
  .string()
  .max(40, 'invalid')
  .transform((typed) => typed.normalize('NFKC').replace(/[\s\p{Pd}.]/gu, ''))
  .pipe(
    z
      .string()
      .length(STEP_UP.digits, 'invalid-code')
      .regex(/^[0-9]+$/, 'invalid-code'),
  );

const sentSchema = z
  .object({
    /** Where to look, masked: `m…@example.org`. */
    address: z.string(),
    validSeconds: z.number().int(),
    /** From when on another code may be asked for. */
    resendSeconds: z.number().int(),
  })
  .meta({ id: 'StepUpCodeSent' });

const byRegistration = z.object({ registration: z.uuid() });
const byEvening = z.object({ evening: z.uuid() });
const purpose = z.enum(STEP_UP_PURPOSES);
/** An association only reads and takes along. */
const associationPurpose = z.literal('contact-export');

export const stepUpApi = defineApi({
  'POST /api/me/:registration/step-up-codes': {
    summary: 'Mail me the six digits that a sensitive act asks for; they replace those sent before',
    access: ['attendee'],
    params: byRegistration,
    idempotency: 'none',
    body: z.object({ purpose }),
    response: sentSchema,
    status: 202,
    problems: ['step-up-address-missing', 'too-many-requests'],
  },
  'POST /api/me/:registration/step-ups': {
    summary: 'Type the digits: this browser may do the act for the next ten minutes',
    access: ['attendee'],
    params: byRegistration,
    idempotency: 'none',
    body: z.object({ purpose, code }),
    response: null,
    problems: ['step-up-code-not-valid'],
  },
  'POST /api/evenings/:evening/association-step-up-codes': {
    summary: 'Mail the six digits to the address that an association’s view was opened to',
    access: ['association'],
    params: byEvening,
    idempotency: 'none',
    body: z.object({ purpose: associationPurpose }),
    response: sentSchema,
    status: 202,
    problems: ['step-up-address-missing', 'too-many-requests'],
  },
  'POST /api/evenings/:evening/association-step-ups': {
    summary: 'Type the digits: this browser may take the association’s contacts along for ten minutes',
    access: ['association'],
    params: byEvening,
    idempotency: 'none',
    body: z.object({ purpose: associationPurpose, code }),
    response: null,
    problems: ['step-up-code-not-valid'],
  },
});
