import type { ReactNode } from 'react';
import { dates } from '@hillo/i18n';
import { useLocation } from '../../../lib/router/router.js';
import { useParams } from '../../../lib/router/routes.js';
import { TextsProvider, useLanguage, useText } from '../../../lib/texts/texts.js';
import { Stack } from '../../../ui/layout/card.js';
import { type Evening, useEvening } from '../api.js';
import { EveningStateMark } from '../components/evening-state.js';
import styles from './form.module.css';

export interface EveningTab {
  /** Last part of the address; empty for the first. */
  readonly path: string;
  readonly label: string;
}

interface EveningFrameProps {
  tabs: (evening: Evening) => readonly EveningTab[];
  children: ReactNode;
}

/** Around all pages of one evening: which one it is, and the way between its pages. Times are those of its place. */
export function EveningFrame({ tabs, children }: EveningFrameProps) {
  const { evening: id = '' } = useParams();
  const evening = useEvening(id);
  return (
    <TextsProvider bundle="organiser" timeZone={evening.timeZone}>
      <Stack space="l">
        <Heading evening={evening} />
        <Tabs evening={evening} tabs={tabs(evening)} />
        {children}
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

function Tabs({ evening, tabs }: { evening: Evening; tabs: readonly EveningTab[] }) {
  const text = useText();
  const { pathname } = useLocation();
  const base = `/organiser/evenings/${evening.id}`;
  return (
    <nav aria-label={text('planning.tabs.label')}>
      <ul className={styles.tabs}>
        {tabs.map(({ path, label }) => {
          const href = path === '' ? base : `${base}/${path}`;
          return (
            <li key={path}>
              <a href={href} aria-current={pathname === href ? 'page' : undefined}>
                {label}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
