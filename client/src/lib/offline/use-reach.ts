import { useEffect, useSyncExternalStore } from 'react';
import { currentReach, noteReach, type Reach, watchReach } from '../http/reach.js';
import { request } from '../http/request.js';
import { pauseMs } from './outbox/rules.js';

/** Whether the server answers. While it does not, it is asked now and then, for nothing else may be on its way. */
export function useReach(): Reach {
  const reach = useSyncExternalStore(watchReach, currentReach);
  const { away } = reach;
  useEffect(() => {
    const lost = () => noteReach(true);
    addEventListener('offline', lost);
    return () => removeEventListener('offline', lost);
  }, []);
  useEffect(() => (away ? askUntilBack() : undefined), [away]);
  return reach;
}

/** `request` itself notes that an answer came; gives the way to stop. */
function askUntilBack(): () => void {
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const asking = new AbortController();
  const ask = () => {
    clearTimeout(timer);
    void request('GET /api/health', { signal: asking.signal }).catch(() => undefined);
    tries += 1;
    timer = setTimeout(ask, pauseMs(tries, Math.random()));
  };
  timer = setTimeout(ask, pauseMs(tries, Math.random()));
  const soon = () => {
    clearTimeout(timer);
    tries = 0;
    timer = setTimeout(ask, pauseMs(tries, Math.random()));
  };
  addEventListener('online', soon);
  return () => {
    asking.abort();
    clearTimeout(timer);
    removeEventListener('online', soon);
  };
}
