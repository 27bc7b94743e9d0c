import { z } from 'zod';
import { emailSchema, tokenSchema } from './accounts.js';
import { defineApi } from './endpoint.js';
import {
  accessNeedsInput,
  companionInput,
  devicesSchema,
  linkPreviewSchema,
  ownChangesInput,
  ownPageSchema,
  registeredSchema,
  registrationFormSchema,
  registrationInput,
} from './registration-schemas.js';

export const registrationProblems = {
  /** Registration has not begun or is over; `data.answer` says which (`REGISTRATION_ANSWERS`). */
  'registration-not-open': 409,
  /** No seat and no room on the waitlist. */
  'evening-full': 409,
  'privacy-notice-not-accepted': 422,
  'access-needs-consent-missing': 422,
  /** A sector of another side would give the real one away (product rule 1). */
  'shown-sector-on-another-side': 422,
  /** The texts of the form have changed since it was opened. */
  'consent-texts-changed': 409,
  /** `data.free`, `data.seats`. */
  'no-free-seats': 409,
  'not-on-waitlist': 409,
  /** Promoting past others needs a reason; `data.passed` (product rule 11). */
  'promotion-reason-missing': 422,
  /** `data.state`, `data.event`. */
  'registration-state-forbids': 409,
  /** Somebody who is in cannot cancel or change sector. */
  'registration-checked-in': 409,
  /** More companions than one registration may bring. */
  'party-too-large': 422,
} as const;

const bySlug = z.object({ slug: z.string().min(1).max(120) });
const byRegistration = z.object({ registration: z.uuid() });
const me = ['attendee'] as const;

export const registrationApi = defineApi({
  'GET /api/public/evenings/:slug/registration': {
    summary: 'What the form has to know: seats, sides, who answers for the data and how long it is kept',
    access: 'everyone',
    params: bySlug,
    response: registrationFormSchema,
    problems: ['not-found'],
  },
  'POST /api/public/evenings/:slug/registrations': {
    summary: 'Register; the answer holds the personal link, whatever address was given',
    access: 'everyone',
    params: bySlug,
    limit: 'registration',
    body: registrationInput,
    response: registeredSchema,
    status: 201,
    problems: [
      'not-found',
      'registration-not-open',
      'evening-full',
      'privacy-notice-not-accepted',
      'access-needs-consent-missing',
      'shown-sector-on-another-side',
      'consent-texts-changed',
      'too-many-requests',
    ],
  },
  'POST /api/public/evenings/:slug/link-requests': {
    summary: 'Send my links again; the answer is the same for known and unknown addresses',
    access: 'everyone',
    params: bySlug,
    idempotency: 'none',
    limit: 'registration',
    body: z.object({ email: emailSchema }),
    response: null,
    status: 202,
    problems: ['not-found', 'too-many-requests'],
  },
  'POST /api/personal-links/preview': {
    summary: 'Whose personal link this is, by first name; changes nothing and signs nobody in',
    access: 'everyone',
    idempotency: 'none',
    limit: 'token',
    body: z.object({ token: tokenSchema }),
    response: linkPreviewSchema,
    problems: ['link-not-valid', 'too-many-requests'],
  },
  'POST /api/session/attendee': {
    summary: 'Continue as the person of a personal link; the page of the link posts it after a click',
    access: 'everyone',
    idempotency: 'none',
    limit: 'token',
    body: z.object({ token: tokenSchema }),
    response: z.object({ registrationId: z.uuid(), eveningId: z.uuid() }).meta({ id: 'ContinuedAs' }),
    problems: ['link-not-valid', 'too-many-requests'],
  },
  'GET /api/me/:registration': {
    summary: 'The own page: evening, registration, badge, companions',
    access: me,
    params: byRegistration,
    response: ownPageSchema,
    problems: [],
  },
  'PATCH /api/me/:registration': {
    summary: 'Correct the own registration and choose what is shared',
    access: me,
    params: byRegistration,
    body: ownChangesInput,
    response: ownPageSchema,
    problems: ['shown-sector-on-another-side', 'registration-checked-in'],
  },
  'POST /api/me/:registration/cancellation': {
    summary: 'Cancel: frees the seats of the party; a companion cancels the own seat only',
    access: me,
    params: byRegistration,
    response: ownPageSchema,
    problems: ['registration-state-forbids', 'registration-checked-in'],
  },
  'POST /api/me/:registration/companions': {
    summary: 'Bring a support person or a child along',
    access: me,
    params: byRegistration,
    body: companionInput,
    response: ownPageSchema,
    problems: ['no-free-seats', 'evening-full', 'registration-state-forbids', 'party-too-large'],
  },
  'DELETE /api/me/:registration/companions/:companion': {
    summary: 'A companion does not come after all',
    access: me,
    params: z.object({ registration: z.uuid(), companion: z.uuid() }),
    response: ownPageSchema,
    problems: ['registration-checked-in'],
  },
  'PUT /api/me/:registration/access-needs': {
    summary: 'Tell access needs, with consent; they replace what was told before',
    access: me,
    params: byRegistration,
    body: accessNeedsInput,
    response: ownPageSchema,
    problems: ['registration-state-forbids'],
  },
  'DELETE /api/me/:registration/access-needs': {
    summary: 'Withdraw the consent: the access needs are deleted',
    access: me,
    params: byRegistration,
    response: ownPageSchema,
    problems: [],
  },
  'GET /api/me/:registration/devices': {
    summary: 'The phones and computers on which the own page is open',
    access: me,
    params: byRegistration,
    response: devicesSchema,
    problems: [],
  },
  'POST /api/me/:registration/personal-link': {
    summary: 'Make a new link: the old one stops working and the other devices are signed out',
    access: me,
    params: byRegistration,
    response: z.object({ personalLink: z.string() }).meta({ id: 'NewPersonalLink' }),
    problems: [],
  },
  'DELETE /api/me/:registration/session': {
    summary: 'Close the own page on this device',
    access: me,
    params: byRegistration,
    idempotency: 'none',
    response: null,
    problems: [],
  },
});
