import type { ReactNode } from 'react';
import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { personName } from '../../../lib/texts/person-name.js';
import { useText } from '../../../lib/texts/texts.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { EmptyState } from '../../../ui/feedback/empty-state.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { useOwnEncounters } from '../api.js';
import { MetMarker } from '../components/met-person.js';
import styles from './encounters.module.css';

interface MetScreenProps {
  /** Meetings that wait for the network: how many, and their lines for the list. */
  waiting: { readonly count: number; readonly lines: ReactNode };
}

/** Everybody I met, the latest first. */
export function MetScreen({ waiting }: MetScreenProps) {
  const text = useText();
  const { registration = '' } = useParams();
  const { encounters } = useOwnEncounters(registration);
  usePage(text('encounters.list.title'));
  const home = `/me/${registration}`;
  return (
    <div className={styles.screen}>
      <PageHeader title={text('encounters.list.title')} />
      {encounters.length + waiting.count === 0 ? (
        <EmptyState
          title={text('encounters.list.emptyTitle')}
          action={<LinkButton href={`${home}/scan`}>{text('encounters.list.scan')}</LinkButton>}
        >
          {text('encounters.list.empty')}
        </EmptyState>
      ) : null}
      <ul className={styles.list}>
        {waiting.lines}
        {encounters.map(({ id, other, ownNote, otherNote }) => (
          <li key={id}>
            <a href={`${home}/met/${id}`} className={styles.row}>
              <MetMarker marker={other.marker} />
              <span className={styles.words}>
                <strong>{personName(text, other.firstName)}</strong>
                <span>{other.affiliation}</span>
                <span className={styles.agreed}>
                  {ownNote.agreed || otherNote.agreed || text('encounters.list.notAgreed')}
                </span>
              </span>
            </a>
          </li>
        ))}
      </ul>
      <LinkButton look="secondary" href={home}>
        {text('encounters.toPage')}
      </LinkButton>
    </div>
  );
}
