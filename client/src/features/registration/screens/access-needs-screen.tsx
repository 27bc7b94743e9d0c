import { useSuspenseQuery } from '@tanstack/react-query';
import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { useText } from '../../../lib/texts/texts.js';
import { EmptyState } from '../../../ui/feedback/empty-state.js';
import { CardGrid, Stack } from '../../../ui/layout/card.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Lead } from '../../../ui/text/text.js';
import { accessNeedsQuery } from '../coming-api.js';
import { AccessNeedsTaskCard } from '../components/coming/access-needs-task.js';

/** The access host's tasks (S19). */
export function AccessNeedsScreen() {
  const text = useText();
  const { evening = '' } = useParams();
  const { tasks } = useSuspenseQuery(accessNeedsQuery(evening)).data;
  usePage(text('coming.accessNeeds.title'));
  return (
    <Stack space="l">
      <PageHeader title={text('coming.accessNeeds.title')}>
        <Lead>{text('coming.accessNeeds.intro')}</Lead>
      </PageHeader>
      {tasks.length === 0 ? (
        <EmptyState title={text('coming.accessNeeds.empty.title')}>
          {text('coming.accessNeeds.empty.text')}
        </EmptyState>
      ) : (
        <CardGrid>
          {tasks.map((task) => (
            <AccessNeedsTaskCard key={task.registrationId} evening={evening} task={task} />
          ))}
        </CardGrid>
      )}
    </Stack>
  );
}
