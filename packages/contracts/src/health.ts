import { z } from 'zod';
import { defineApi } from './endpoint.js';

export const healthApi = defineApi({
  'GET /api/health': {
    summary: 'The process is alive',
    access: 'everyone',
    response: z.object({ status: z.literal('ok') }).meta({ id: 'Health' }),
    problems: [],
  },
  'GET /api/ready': {
    summary: 'The database answers and its migrations are current',
    access: 'everyone',
    response: z.object({ status: z.literal('ready') }).meta({ id: 'Ready' }),
    problems: ['database-unavailable'],
  },
  'GET /api/openapi.json': {
    summary: 'This description',
    access: 'everyone',
    response: z.record(z.string(), z.unknown()),
    problems: [],
  },
  'GET /api/streams/:stream': {
    summary:
      'Where a stream is, and what changed after `since`; without `changes` the reader loads everything anew',
    access: 'everyone',
    params: z.object({ stream: z.string().max(80) }),
    query: z.object({ since: z.coerce.number().int().min(0).default(0) }),
    response: z
      .object({
        rev: z.number().int(),
        changes: z
          .array(
            z.object({ rev: z.number().int(), kind: z.string(), payload: z.record(z.string(), z.unknown()) }),
          )
          .optional(),
      })
      .meta({ id: 'StreamState' }),
    problems: ['not-signed-in', 'not-allowed', 'not-found'],
  },
});
