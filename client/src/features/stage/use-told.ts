import { useEffect, useRef } from 'react';
import { useAnnounce } from '../../ui/feedback/announcer.js';

/**
 * Tells a sentence to who listens when it has changed, at most once in so many milliseconds and then only the latest; what the
 * page opened with is read with it. `undefined` says nothing.
 */
export function useTold(sentence: string | undefined, pauseMs = 0): void {
  const announce = useAnnounce();
  const told = useRef(sentence);
  const toldAt = useRef(0);
  useEffect(() => {
    if (sentence === undefined || told.current === sentence) return undefined;
    if (told.current === undefined) {
      told.current = sentence;
      return undefined;
    }
    const timer = setTimeout(
      () => {
        told.current = sentence;
        toldAt.current = performance.now();
        announce(sentence);
      },
      Math.max(0, toldAt.current + pauseMs - performance.now()),
    );
    return () => clearTimeout(timer);
  }, [announce, pauseMs, sentence]);
}
