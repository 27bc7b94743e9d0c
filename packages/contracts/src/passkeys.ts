import { z } from 'zod';
import { defineApi } from './endpoint.js';
import { instant, line } from './text-fields.js';

export const passkeysProblems = {
  /** The browser's answer does not fit: too late, another page, an unknown or altered passkey. */
  'passkey-not-valid': 422,
} as const;

/** Greatest length of a passkey's name, in characters. */
export const PASSKEY_LABEL_MAX = 60;

const ACCOUNT_HOLDER = ['organiser', 'helper', 'access-host', 'admin'] as const;

/** Options and answers of WebAuthn are checked by its own library, to the letter of its standard. */
const webauthnJson = z.record(z.string(), z.unknown());

const passkeyListSchema = z
  .object({
    passkeys: z.array(
      z.object({ id: z.uuid(), label: z.string(), createdAt: instant, usedAt: instant.nullable() }),
    ),
  })
  .meta({ id: 'PasskeyList' });

const optionsSchema = z
  .object({
    /** Comes back with the browser's answer: names the challenge, which is used once within five minutes. */
    challengeId: z.uuid(),
    options: webauthnJson,
  })
  .meta({ id: 'PasskeyOptions' });

const answerInput = z.object({ challengeId: z.uuid(), answer: webauthnJson });

export const passkeysApi = defineApi({
  'GET /api/account/passkeys': {
    summary: 'Own passkeys',
    access: ACCOUNT_HOLDER,
    response: passkeyListSchema,
    problems: [],
  },
  'POST /api/account/passkey-options': {
    summary: 'What the browser needs to make a passkey (WebAuthn registration)',
    access: ACCOUNT_HOLDER,
    idempotency: 'none',
    response: optionsSchema,
    problems: [],
  },
  'POST /api/account/passkeys': {
    summary: 'Save a passkey that the browser made',
    access: ACCOUNT_HOLDER,
    idempotency: 'none',
    body: answerInput.extend({ label: line(PASSKEY_LABEL_MAX) }),
    response: passkeyListSchema,
    problems: ['passkey-not-valid'],
  },
  'DELETE /api/account/passkeys/:passkey': {
    summary: 'Remove a passkey',
    access: ACCOUNT_HOLDER,
    params: z.object({ passkey: z.uuid() }),
    response: passkeyListSchema,
    problems: [],
  },
  'POST /api/session/passkey-options': {
    summary: 'What the browser needs to sign in with a passkey',
    access: 'everyone',
    idempotency: 'none',
    response: optionsSchema,
    problems: [],
  },
  'POST /api/session/passkey': {
    summary: 'Sign in with a passkey',
    access: 'everyone',
    idempotency: 'none',
    limit: 'token',
    body: answerInput,
    response: z.object({ organisationId: z.uuid().nullable() }).meta({ id: 'SignedInWithPasskey' }),
    problems: ['passkey-not-valid', 'too-many-requests'],
  },
});
