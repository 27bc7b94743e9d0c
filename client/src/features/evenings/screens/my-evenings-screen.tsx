import { useSuspenseQuery } from '@tanstack/react-query';
import { dates } from '@hillo/i18n';
import type { ReactNode } from 'react';
import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { useLanguage, useText } from '../../../lib/texts/texts.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { EmptyState } from '../../../ui/feedback/empty-state.js';
import { Stack } from '../../../ui/layout/card.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { eveningListQuery, type ListedEvening } from '../api.js';
import { EveningStateMark } from '../components/evening-state.js';
import styles from './my-evenings-screen.module.css';

interface MyEveningsScreenProps {
  mayPlan: boolean;
  /** What another feature has to say about these evenings. */
  notice?: (evenings: readonly ListedEvening[]) => ReactNode;
}

/** Evenings of an organisation: coming ones first, past ones after. */
export function MyEveningsScreen({ mayPlan, notice }: MyEveningsScreenProps) {
  const text = useText();
  const { organisation = '' } = useParams();
  const { evenings } = useSuspenseQuery(eveningListQuery(organisation)).data;
  usePage(text('planning.list.title'));
  const action = mayPlan ? (
    <LinkButton href={`/organiser/${organisation}/new`}>{text('planning.list.new')}</LinkButton>
  ) : undefined;
  if (evenings.length === 0)
    return (
      <Stack space="l">
        <PageHeader title={text('planning.list.title')} />
        <EmptyState title={text('planning.list.emptyTitle')} action={action}>
          {text(mayPlan ? 'planning.list.emptyText' : 'planning.list.emptyHelper')}
        </EmptyState>
      </Stack>
    );
  return (
    <Stack space="l">
      <PageHeader title={text('planning.list.title')}>{action ? <div>{action}</div> : null}</PageHeader>
      <ul className={styles.list}>
        {evenings.map((evening) => (
          <li key={evening.id}>
            <EveningRow evening={evening} />
          </li>
        ))}
      </ul>
      {notice?.(evenings)}
    </Stack>
  );
}

function EveningRow({ evening }: { evening: ListedEvening }) {
  const { locale } = useLanguage();
  const write = dates(locale, evening.timeZone);
  return (
    <article className={styles.evening}>
      <h2>
        <a href={`/organiser/evenings/${evening.id}`}>{evening.title || evening.theme.text}</a>
      </h2>
      <p>
        {write.write(evening.startsAt, 'longDateTime')}
        <br />
        {evening.venueName}
      </p>
      <EveningStateMark state={evening.state} />
    </article>
  );
}
