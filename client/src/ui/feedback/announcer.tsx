import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { VisuallyHidden } from '../text/visually-hidden.js';
import { Announcements } from './announcements.js';

const AnnounceContext = createContext<(sentence: string) => void>(() => undefined);

/** The one polite status region of the page. */
export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ sentence: '', turn: 0 });
  const announcements = useMemo(
    () => new Announcements((sentence) => setSaid(({ turn }) => ({ sentence, turn: turn + 1 }))),
    [],
  );
  useEffect(() => () => announcements.stop(), [announcements]);
  const announce = useMemo(() => announcements.announce.bind(announcements), [announcements]);
  return (
    <AnnounceContext value={announce}>
      {children}
      <VisuallyHidden>
        <output>
          {/* A new element each time: the same sentence said again is read again. */}
          <span key={said.turn}>{said.sentence}</span>
        </output>
      </VisuallyHidden>
    </AnnounceContext>
  );
}

/** `const announce = useAnnounce(); announce(text('…'))`: read out by screen readers, not shown. */
export function useAnnounce(): (sentence: string) => void {
  return useContext(AnnounceContext);
}
