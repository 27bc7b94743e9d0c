import { z } from 'zod';

export const offlineProblems = {
  /** Made before the close, but delivered more than twelve hours after it (product rule 5). */
  'delivered-too-late': 409,
} as const;

/** Of an entry made offline: the phone's time and what to add to it to get the server's (product rule 5). */
export const offlineSchema = z.object({
  phoneTime: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
  offsetMs: z
    .number()
    .int()
    .min(-366 * 86_400_000)
    .max(366 * 86_400_000),
});
