import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { sessionQuery } from '../../../features/accounts/api.js';
import { deskQuery } from '../../../features/draw/api.js';
import { usePage } from '../../../lib/page/use-page.js';
import { useLocation } from '../../../lib/router/router.js';
import { useParams } from '../../../lib/router/routes.js';
import { TextsProvider, useText } from '../../../lib/texts/texts.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { EmptyState } from '../../../ui/feedback/empty-state.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import styles from './host-frame.module.css';

/** Around the host's screens: which evening it is, who holds the device, and the way between the screens. */
export function HostFrame({ children }: { children: ReactNode }) {
  const { evening = '' } = useParams();
  const { grants, account } = useSuspenseQuery(sessionQuery).data;
  const device = grants.find(({ role, eveningId }) => role === 'host' && eveningId === evening);
  if (!device && !account) return <NotHost />;
  return (
    <Frame evening={evening} holder={device?.name ?? account?.name ?? ''} isDevice={device !== undefined}>
      {children}
    </Frame>
  );
}

interface FrameProps {
  evening: string;
  holder: string;
  /** Marks are entered for others by the host only: a member sees of encounters but counts (product rule 15). */
  isDevice: boolean;
  children: ReactNode;
}

function Frame({ evening, holder, isDevice, children }: FrameProps) {
  const text = useText();
  const { theme, timeZone, isRunning } = useSuspenseQuery(deskQuery(evening)).data.evening;
  return (
    <TextsProvider bundle="host" timeZone={timeZone}>
      <header className={styles.head}>
        <p className={styles.evening}>{theme}</p>
        <p>{text(isDevice ? 'host.heldBy' : 'host.member', { name: holder })}</p>
        {isRunning ? null : <p>{text('host.notRunning')}</p>}
      </header>
      <Tabs evening={evening} isDevice={isDevice} />
      {children}
    </TextsProvider>
  );
}

function Tabs({ evening, isDevice }: { evening: string; isDevice: boolean }) {
  const text = useText();
  const { pathname } = useLocation();
  const base = `/host/${evening}`;
  const tabs = [
    { href: base, label: text('bingoDesk.pulse.title') },
    { href: `${base}/stage`, label: text('stageRemote.tab') },
    ...(isDevice
      ? [
          { href: `${base}/mark`, label: text('host.tabs.mark') },
          { href: `${base}/paper`, label: text('paperEntry.title') },
        ]
      : []),
    { href: `${base}/questions`, label: text('panelDesk.title') },
    { href: `${base}/draw`, label: text('drawDesk.title') },
  ];
  return (
    <nav aria-label={text('host.tabs.label')}>
      <ul className={styles.tabs}>
        {tabs.map(({ href, label }) => (
          <li key={href}>
            <a href={href} aria-current={pathname === href ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A device that never was the host's, or is not any more. */
function NotHost() {
  const text = useText();
  usePage(text('host.not.title'));
  return (
    <>
      <PageHeader title={text('host.title')} />
      <EmptyState
        title={text('host.not.title')}
        action={<LinkButton href="/sign-in">{text('host.not.signIn')}</LinkButton>}
      >
        {text('host.not.text')}
      </EmptyState>
    </>
  );
}
