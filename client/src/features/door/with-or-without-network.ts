import { currentReach, watchReach } from '../../lib/http/reach.js';
import { randomUuid } from '../../lib/http/uuid.js';
import type { DoneHere } from './offline/acts-without-network.js';
import { isNoAnswer } from './kept-list.js';
import type { DoorEntry } from './api.js';

/** Somebody stands at the door: longer than this the network is not waited for (T19). */
export const PATIENCE_MS = 4_000;

interface Ways {
  /** Entries of this door wait: what is done now comes after them. */
  readonly queues: boolean;
  readonly online: (attempt: { signal: AbortSignal; operationId: string }) => Promise<DoorEntry>;
  /** `operationId`: the attempt whose answer was lost; it may have happened. */
  readonly here: (operationId: string | undefined) => Promise<DoneHere>;
}

/** Does it with the server when that answers soon, else on this phone alone. */
export async function withOrWithoutNetwork({ queues, online, here }: Ways): Promise<DoneHere> {
  if (queues || currentReach().away) return here(undefined);
  const operationId = randomUuid();
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), PATIENCE_MS);
  const stop = watchReach(() => currentReach().away && giveUp.abort());
  try {
    return { entry: await online({ signal: giveUp.signal, operationId }) };
  } catch (error) {
    if (giveUp.signal.aborted || isNoAnswer(error)) return await here(operationId);
    throw error;
  } finally {
    clearTimeout(timer);
    stop();
  }
}
