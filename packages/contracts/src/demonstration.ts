import { z } from 'zod';
import { defineApi } from './endpoint.js';

export const demonstrationApi = defineApi({
  'DELETE /api/organisations/:organisation/demonstration': {
    summary: 'Remove the demonstration: its evenings, its people and all that was made in them',
    access: ['organiser', 'admin'],
    params: z.object({ organisation: z.uuid() }),
    response: z
      .object({
        /** Somebody made an evening of their own there, so organisation and members are kept with it. */
        organisationStays: z.boolean(),
      })
      .meta({ id: 'DemonstrationRemoved' }),
    problems: ['not-found'],
  },
});
