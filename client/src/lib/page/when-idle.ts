/** Longest wait for a quiet moment, in milliseconds. */
const PATIENCE = 10_000;
/** Where the browser does not tell when it is idle. */
const GUESS = 3_000;

/**
 * Fetches something for later while the phone has nothing else to do; gives the way to call it off. A fetch that fails is met
 * again, and told, when the thing is wanted.
 */
export function whenIdle(fetch: () => Promise<unknown>): () => void {
  const begin = () => void fetch().catch(() => undefined);
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(begin, GUESS);
    return () => clearTimeout(timer);
  }
  const idle = requestIdleCallback(begin, { timeout: PATIENCE });
  return () => cancelIdleCallback(idle);
}
