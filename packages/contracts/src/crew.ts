import { CREW_ROLES } from '@hillo/domain/accounts';
import { DEVICE_NAME_MAX } from '@hillo/domain/door';
import { z } from 'zod';
import { tokenSchema } from './accounts.js';
import { defineApi } from './endpoint.js';
import { instant, line } from './text-fields.js';

export const crewProblems = {
  'crew-link-claimed': 410,
  'crew-link-expired': 410,
  'crew-link-revoked': 410,
} as const;

const byEvening = z.object({ evening: z.uuid() });

const deviceListSchema = z
  .object({
    devices: z.array(
      z.object({
        id: z.uuid(),
        role: z.enum(CREW_ROLES),
        holderName: z.string(),
        createdAt: instant,
        expiresAt: instant,
        /** Last heard of; null after the holder signed out. */
        seenAt: instant.nullable(),
      }),
    ),
  })
  .meta({ id: 'CrewDevices' });
export type CrewDevices = z.input<typeof deviceListSchema>;

export const crewApi = defineApi({
  'POST /api/evenings/:evening/crew-links': {
    summary: 'Show a crew QR: one device claims it within fifteen minutes',
    access: ['organiser'],
    params: byEvening,
    body: z.object({ role: z.enum(CREW_ROLES) }),
    response: z
      .object({ id: z.uuid(), role: z.enum(CREW_ROLES), url: z.string(), expiresAt: instant })
      .meta({ id: 'CrewLink' }),
    status: 201,
    problems: ['evening-state-forbids'],
  },
  'GET /api/evenings/:evening/crew-devices': {
    summary: 'Devices of the crew that may act now',
    access: ['organiser'],
    params: byEvening,
    response: deviceListSchema,
    problems: [],
  },
  'DELETE /api/evenings/:evening/crew-devices/:device': {
    summary: 'Revoke a device of the crew: it loses the evening at once',
    access: ['organiser'],
    params: byEvening.extend({ device: z.uuid() }),
    response: deviceListSchema,
    problems: [],
  },
  'POST /api/crew-links/look': {
    summary: 'Which evening and role a crew QR is for; the token travels in the body. Changes nothing',
    access: 'everyone',
    idempotency: 'none',
    limit: 'token',
    body: z.object({ token: tokenSchema }),
    response: z
      .object({
        role: z.enum(CREW_ROLES),
        evening: z.string(),
        startsAt: instant,
        timeZone: z.string(),
        place: z.string(),
      })
      .meta({ id: 'CrewLinkLook' }),
    problems: [
      'link-not-valid',
      'too-many-requests',
      'crew-link-claimed',
      'crew-link-expired',
      'crew-link-revoked',
    ],
  },
  'POST /api/session/crew': {
    summary: 'Make this device the door or the host of the evening; its holder names it',
    access: 'everyone',
    idempotency: 'none',
    limit: 'token',
    body: z.object({ token: tokenSchema, holderName: line(DEVICE_NAME_MAX) }),
    response: z.object({ eveningId: z.uuid(), role: z.enum(CREW_ROLES) }).meta({ id: 'CrewClaim' }),
    problems: [
      'link-not-valid',
      'too-many-requests',
      'crew-link-claimed',
      'crew-link-expired',
      'crew-link-revoked',
    ],
  },
});
