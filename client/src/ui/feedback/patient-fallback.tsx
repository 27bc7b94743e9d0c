import { type ReactNode, use } from 'react';

/** How long a page that opens may keep what the server wrote before it says that it waits, in milliseconds. */
const PATIENCE = 1_000;

const patience = new Promise<void>((resolve) => {
  setTimeout(resolve, PATIENCE);
});

/**
 * The fallback of a Suspense that a page opens with. For the first moment it waits too, so that nothing is drawn in place of what
 * the server wrote: React holds back what follows a fallback until 300 ms after it (`FALLBACK_THROTTLE_MS`), which everybody
 * would wait for answers that are there after 50.
 */
export function PatientFallback({ children }: { children: ReactNode }) {
  use(patience);
  return children;
}
