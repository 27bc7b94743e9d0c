import { type Outcome, fail, ok } from '../shared/index.js';
import type { PrizeHolder } from './winners.js';

/** Greatest length in characters of with whom a prize will be used: it should support a new partnership (S67). */
export const WITH_WHOM_MAX = 120;

/** A prize is handed over to whoever holds it now; a ticket that was passed over holds none. */
export function mayHandOver(
  holders: readonly PrizeHolder[],
  ticket: string,
): Outcome<void, 'ticket-not-drawn'> {
  return holders.some((holder) => holder.ticket === ticket)
    ? ok(undefined)
    : fail('ticket-not-drawn', { ticket });
}

/**
 * A prize that is in somebody's hands does not go to the next: the record is taken back first.
 *
 * @param handedOver tickets whose prize was handed over
 */
export function mayPassOver(
  handedOver: readonly string[],
  ticket: string,
): Outcome<void, 'prize-handed-over'> {
  return handedOver.includes(ticket) ? fail('prize-handed-over', { ticket }) : ok(undefined);
}
