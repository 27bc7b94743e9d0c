/** More entries than one phone makes at any evening. */
export const GREATEST_QUEUE_NUMBER = 100_000;
/** A greater jump is no queue that lost entries, but one that was begun anew. */
const GREATEST_JUMP = 1_000;

/** Which numbers of one phone's queue the server has heard; the phone counts its entries from 1. */
export interface HeardQueue {
  readonly last: number;
  /** Below `last` and never heard of: made on the phone, and lost with its memory or still on their way. */
  readonly missing: readonly number[];
  /** Missing for good, from before the phone began to count anew. */
  readonly lost: number;
  /** How often the phone began to count anew: its memory was emptied. */
  readonly restarts: number;
}

export const NOTHING_HEARD: HeardQueue = { last: 0, missing: [], lost: 0, restarts: 0 };

/** The next number of a phone reached the server (T51). Numbers come in order; one that comes late fills its gap. */
export function hearNumber(queue: HeardQueue, number: number): HeardQueue {
  const { last, missing } = queue;
  if (missing.includes(number)) return { ...queue, missing: missing.filter((absent) => absent !== number) };
  const jump = number - last;
  if (jump > GREATEST_JUMP || (number === 1 && last > 1)) {
    const { lost, restarts } = queue;
    return { last: number, missing: [], lost: lost + missing.length, restarts: restarts + 1 };
  }
  if (jump <= 0) return queue;
  const skipped = Array.from({ length: jump - 1 }, (_, index) => last + 1 + index);
  return { ...queue, last: number, missing: [...missing, ...skipped].slice(-GREATEST_JUMP) };
}

/** How many entries the phone made that the server does not have. */
export function countMissing({ missing, lost }: HeardQueue): number {
  return lost + missing.length;
}
