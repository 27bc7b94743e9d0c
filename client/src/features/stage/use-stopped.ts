import { useState } from 'react';

/** What is shown, or what stood there when everything was stopped. */
export function useStopped<Shown>(shown: Shown, isStill: boolean): Shown {
  const [stopped, setStopped] = useState(shown);
  if (!isStill && stopped !== shown) setStopped(shown);
  return isStill ? stopped : shown;
}
