import { SECTOR_MARKS, SIDES } from '@hillo/domain/registration';
import { z } from 'zod';
import { defineApi } from './endpoint.js';

const count = z.number().int().min(0);
const place = z.number().int().min(0);

/** What the change `tick` of `pulse:<evening>` carries, and the snapshot with its rev. */
const roomSchema = z.object({
  /** Drawn together; the order is that of the sides. */
  groups: z.array(z.object({ sides: z.array(z.enum(SIDES)), count })),
  /** How dots look; nothing is told that fewer than five have in common. */
  looks: z.array(
    z.object({ group: place, side: z.enum(SIDES).nullable(), mark: z.enum(SECTOR_MARKS).nullable() }),
  ),
  /** One a person, in the order in which they came: place in `looks`. */
  people: z.array(place),
  /** In counts only; null while fewer than five are here. */
  meetings: z
    .object({
      total: count,
      /** Between different sides. */
      across: count,
      /** By groups (places in `groups`); null when a side is too small to be told by itself. */
      between: z.array(z.object({ a: place, b: place, count })).nullable(),
    })
    .nullable(),
});
const roomSnapshotSchema = roomSchema
  .extend({
    /** Of the stream `pulse:<evening>`, read before the rest. */
    rev: z.number().int(),
  })
  .meta({ id: 'RoomPicture' });

export const pulseApi = defineApi({
  'GET /api/evenings/:evening/pulse/room': {
    summary: 'Everybody in the room as dots and their meetings as counts, for the picture; answered by ETag',
    access: ['attendee', 'host', 'organiser', 'helper'],
    params: z.object({ evening: z.uuid() }),
    response: roomSnapshotSchema,
    problems: [],
  },
});
