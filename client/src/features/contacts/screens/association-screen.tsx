import { useSuspenseQuery } from '@tanstack/react-query';
import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { TextsProvider, useDates, useText } from '../../../lib/texts/texts.js';
import { EmptyState } from '../../../ui/feedback/empty-state.js';
import { Stack } from '../../../ui/layout/card.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Aside, Lead } from '../../../ui/text/text.js';
import { type AssociationContacts, associationFile, associationQuery } from '../api.js';
import { FileButtons } from '../components/file-buttons.js';
import { SheetList } from '../components/sheet-list.js';

/** `/associations/:evening`: what people of an association let it see (product rule 15). */
export function AssociationScreen() {
  const { evening = '' } = useParams();
  const { data } = useSuspenseQuery(associationQuery(evening));
  return (
    <TextsProvider bundle="attendee" timeZone={data.evening.timeZone}>
      <Contacts view={data} />
    </TextsProvider>
  );
}

function Contacts({ view }: { view: AssociationContacts }) {
  const text = useText();
  const dates = useDates();
  const { evening, affiliation, collectors } = view;
  usePage(affiliation);
  return (
    <Stack space="l">
      <PageHeader
        title={affiliation}
        over={text('contacts.association.over', {
          theme: evening.theme,
          date: dates.write(evening.startsAt, 'longDate'),
        })}
      >
        <Lead>{text('contacts.association.lead')}</Lead>
      </PageHeader>
      {collectors.length === 0 ? (
        <EmptyState title={text('contacts.association.noneTitle')}>
          {text('contacts.association.none')}
        </EmptyState>
      ) : (
        <>
          {collectors.map(({ attendeeId, firstName, rows }) => (
            <section
              key={attendeeId}
              aria-label={text('contacts.association.collector', { name: firstName })}
            >
              <Stack>
                <p>
                  <strong>{text('contacts.association.collector', { name: firstName })}</strong> ·{' '}
                  {text('contacts.count', { count: rows.length })}
                </p>
                <SheetList rows={rows} collector={firstName} />
              </Stack>
            </section>
          ))}
          <FileButtons
            as={{ association: evening.id }}
            load={(format) => associationFile(evening.id, format)}
          />
        </>
      )}
      <Aside>{text('contacts.association.until', { date: dates.write(view.expiresAt, 'date') })}</Aside>
    </Stack>
  );
}
