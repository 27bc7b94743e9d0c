import { lazy, type ReactNode, Suspense } from 'react';
import { usePage } from '../../../lib/page/use-page.js';
import { useText } from '../../../lib/texts/texts.js';
import { Spinner } from '../../../ui/feedback/spinner.js';
import { Disclosure } from '../../../ui/layout/disclosure.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { usePainted } from '../../../ui/layout/use-painted.js';
import { type OwnPage, useLiveOwnPage, useOwnPage } from '../api.js';
import { BadgeCard } from '../components/own/badge-card.js';
import { EveningCard } from '../components/own/evening-card.js';
import type { OwnDataSlot } from '../components/own/own-settings.js';
import styles from '../components/own/own.module.css';

const OwnSettings = lazy(async () => ({
  default: (await import('../components/own/own-settings.js')).OwnSettings,
}));

interface OwnScreenProps {
  registration: string;
  /** What the application puts where an address is changed, and where everything is deleted. */
  ownData: OwnDataSlot;
  /** What the application puts beside the badge of somebody who has a seat, until they are in. */
  beforeTheEvening?: ReactNode;
  /** What goes on at the evening just now; comes when the page stands. */
  now?: (page: OwnPage) => ReactNode;
  /** Where one sits in the table rounds; comes when the page stands. */
  seats?: ReactNode;
  /** What the application puts first from check-in on: card, draw, meetings. */
  atTheEvening?: (page: OwnPage) => ReactNode;
}

/** `/me/:registration`: the attendee's home. Before the evening it is about coming, from check-in on about meeting. */
export function OwnScreen({
  registration,
  ownData,
  now,
  seats,
  beforeTheEvening,
  atTheEvening,
}: OwnScreenProps) {
  const text = useText();
  const page = useOwnPage(registration);
  useLiveOwnPage(registration, page.rev);
  usePage(page.evening.theme.text);
  const painted = usePainted();
  const { state, checkedInAt, firstName } = page.registration;
  const isIn = checkedInAt !== null;
  return (
    <div className={styles.page}>
      <PageHeader title={text('personalPage.title', { name: firstName })} over={page.evening.theme.text} />
      {painted && isIn ? <Suspense fallback={null}>{now?.(page)}</Suspense> : null}
      {painted ? <Suspense fallback={null}>{seats}</Suspense> : null}
      {isIn ? atTheEvening?.(page) : <EveningCard page={page} />}
      {state === 'confirmed' ? <BadgeCard page={page} /> : null}
      {state === 'confirmed' && !isIn ? beforeTheEvening : null}
      {isIn ? (
        <Disclosure summary={text('personalPage.eveningPage')}>
          <EveningCard page={page} />
        </Disclosure>
      ) : null}
      {painted ? (
        <Suspense fallback={<Spinner words={text('app.loading')} />}>
          <OwnSettings page={page} ownData={ownData} />
        </Suspense>
      ) : null}
    </div>
  );
}
