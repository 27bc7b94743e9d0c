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
});
