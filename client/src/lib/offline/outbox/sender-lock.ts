const NAME = 'hillo.outbox';

/** Runs one round of sending while no other tab of this browser does. */
export type Alone = (round: () => Promise<void>) => Promise<void>;

/**
 * By the Web Locks API. It is missing on plain http; there two tabs may send the same entry, which the server does once,
 * for the operation id is the same.
 */
export const alone: Alone = (round) =>
  navigator.locks === undefined ? round() : navigator.locks.request(NAME, round);
