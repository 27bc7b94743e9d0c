import type { Actor } from '@hillo/contracts/access';

/** The evening of an attendee's grant; the routes of own questions let nobody else in. */
export function eveningOf(actor: Actor): string {
  return actor.role === 'attendee' ? actor.eveningId : '';
}
