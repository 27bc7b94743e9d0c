import { fail, ok, type Outcome } from '../shared/index.js';

const HOUR = 3_600_000;

/** A new address counts once the link that was mailed there has been pressed (product rule 12). Milliseconds. */
export const EMAIL_CHANGE = { linkLives: 24 * HOUR, linksAnHour: 3 } as const;

/**
 * Whether one more link may be mailed to a new address: somebody else's mailbox is not flooded in the name of a registration.
 *
 * @param sent when links were mailed for this registration within the last hour, in any order
 * @returns `too-many-requests` with `seconds` until the next one may be
 */
export function mayMailNewAddress(sent: readonly Date[], now: Date): Outcome<undefined, 'too-many-requests'> {
  const times = sent.map((date) => date.getTime()).toSorted((a, b) => b - a);
  const reached = times[EMAIL_CHANGE.linksAnHour - 1];
  const wait = reached === undefined ? 0 : reached + HOUR - now.getTime();
  return wait > 0 ? fail('too-many-requests', { seconds: Math.ceil(wait / 1000) }) : ok(undefined);
}
