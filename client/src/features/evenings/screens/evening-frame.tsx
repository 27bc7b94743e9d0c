import type { ReactNode } from 'react';
import { dates } from '@hillo/i18n';
import { useParams } from '../../../lib/router/routes.js';
import { TextsProvider, useLanguage } from '../../../lib/texts/texts.js';
import { Stack } from '../../../ui/layout/card.js';
import { type Evening, useEvening } from '../api.js';
import { EveningStateMark } from '../components/evening-state.js';
import { type EveningPagesPart, PagesList } from '../components/pages/pages-list.js';
import styles from '../components/pages/pages-list.module.css';

interface EveningFrameProps {
  pages: (evening: Evening) => readonly EveningPagesPart[];
  children: ReactNode;
}

/** Around all pages of one evening: which one it is, and the way between its pages. Times are those of its place. */
export function EveningFrame({ pages, children }: EveningFrameProps) {
  const { evening: id = '' } = useParams();
  const evening = useEvening(id);
  return (
    <TextsProvider bundle="organiser" timeZone={evening.timeZone}>
      <Stack space="l">
        <Heading evening={evening} />
        <div className={styles.frame}>
          <PagesList base={`/organiser/evenings/${evening.id}`} parts={pages(evening)} />
          <div className={styles.page}>{children}</div>
        </div>
      </Stack>
    </TextsProvider>
  );
}

function Heading({ evening }: { evening: Evening }) {
  const { locale } = useLanguage();
  const write = dates(locale, evening.timeZone);
  return (
    <div>
      <p>
        <strong>{evening.title || evening.theme.text}</strong>
        <br />
        {write.write(evening.startsAt, 'longDateTime')}
        {evening.venue.name === '' ? null : `, ${evening.venue.name}`}
      </p>
      <EveningStateMark state={evening.state} />
    </div>
  );
}
