import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useLocation } from '../../../../lib/router/router.js';
import { useText } from '../../../../lib/texts/texts.js';
import { useAnnounce } from '../../../../ui/feedback/announcer.js';
import { sessionQuery } from '../../api.js';
import { type Identity, identityAt, pageOf, roleOf } from '../../identities.js';
import styles from './identity-switcher.module.css';

/** Whose page was seen last, across the shells: a change is read out, the first page is not. */
let lastSeen: string | undefined;

/** In the header of every shell: who one is now and who else one may be on this browser (product rule 14). */
export function IdentitySwitcher() {
  // Not suspended for: the page comes first, and most people are only one.
  const identities = useQuery(sessionQuery).data?.grants ?? [];
  return identities.length > 1 ? <Switcher identities={identities} /> : null;
}

function Switcher({ identities }: { identities: readonly Identity[] }) {
  const text = useText();
  const { pathname } = useLocation();
  const current = identityAt(pathname, identities);
  const box = useRef<HTMLDetailsElement>(null);
  useAnnounceChange(current);
  useEffect(() => {
    const closeOutside = ({ target }: Event) => {
      if (box.current && target instanceof Node && !box.current.contains(target)) box.current.open = false;
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
    };
  }, []);
  const closeByKey = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape' || !box.current?.open) return;
    box.current.open = false;
    box.current.querySelector('summary')?.focus();
  };
  return (
    // A new page closes it. Escape bubbles up from the summary and the links, which are the controls.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <details key={pathname} ref={box} className={styles.switcher} data-print="no" onKeyDown={closeByKey}>
      <summary>
        <span>{current ? text('identity.now', { name: current.name }) : text('identity.pages')}</span>
      </summary>
      <nav aria-label={text('identity.label')}>
        <ul>
          {identities.map((identity) => (
            <li key={identity.kind + identity.subjectId}>
              <a href={pageOf(identity)} aria-current={identity === current ? 'true' : undefined}>
                <strong>{identity.name}</strong>
                <IdentityPlace identity={identity} />
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </details>
  );
}

/** What one is there, and where. */
export function IdentityPlace({ identity }: { identity: Identity }) {
  const text = useText();
  const role = text(`identity.role.${roleOf(identity)}`);
  return (
    <span className={styles.place}>
      {identity.place === '' ? role : text('identity.place', { role, place: identity.place })}
    </span>
  );
}

function useAnnounceChange(current: Identity | undefined): void {
  const text = useText();
  const announce = useAnnounce();
  const [subject, name] = [current?.subjectId, current?.name];
  useEffect(() => {
    if (subject === undefined || name === undefined) return;
    if (lastSeen !== undefined && lastSeen !== subject) announce(text('identity.changed', { name }));
    lastSeen = subject;
  }, [subject, name, announce, text]);
}
