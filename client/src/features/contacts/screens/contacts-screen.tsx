import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { TextsProvider, useDates, useText } from '../../../lib/texts/texts.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { EmptyState } from '../../../ui/feedback/empty-state.js';
import { Stack } from '../../../ui/layout/card.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Aside, Lead } from '../../../ui/text/text.js';
import { type ContactSheet, sheetFile, useSheet } from '../api.js';
import { FileButtons, MailButton } from '../components/file-buttons.js';
import { HolderList } from '../components/holder-list.js';
import { SheetList } from '../components/sheet-list.js';

/** `/me/:registration/contacts`: the contact sheet, on the evening and the morning after (S70). */
export function ContactsScreen() {
  const { registration = '' } = useParams();
  const sheet = useSheet(registration);
  return (
    <TextsProvider bundle="attendee" timeZone={sheet.evening.timeZone}>
      <Sheet registration={registration} sheet={sheet} />
    </TextsProvider>
  );
}

function Sheet({ registration, sheet }: { registration: string; sheet: ContactSheet }) {
  const text = useText();
  const dates = useDates();
  const { evening, me, rows, holders } = sheet;
  usePage(text('contacts.title'));
  const back = (
    <LinkButton look={rows.length === 0 ? 'primary' : 'secondary'} href={`/me/${registration}`}>
      {text('contacts.back')}
    </LinkButton>
  );
  return (
    <Stack space="l">
      <PageHeader
        title={text('contacts.title')}
        over={text('contacts.association.over', {
          theme: evening.theme,
          date: dates.write(evening.startsAt, 'longDate'),
        })}
      >
        <Lead>{text('contacts.lead')}</Lead>
      </PageHeader>
      {rows.length === 0 ? (
        <EmptyState title={text('contacts.empty.title')} action={back}>
          {text('contacts.empty.text')}
        </EmptyState>
      ) : (
        <>
          <SheetList rows={rows} editHref={({ encounterId }) => `/me/${registration}/met/${encounterId}`} />
          <FileButtons as={{ registration }} load={(format) => sheetFile(registration, format)}>
            {me.hasAddress ? <MailButton registration={registration} /> : null}
          </FileButtons>
        </>
      )}
      <HolderList registration={registration} holders={holders} />
      <Aside>
        {text('contacts.keeping', {
          date: dates.write(sheet.goneFrom, 'date'),
          keptDate: dates.write(sheet.keptGoneFrom, 'date'),
        })}
      </Aside>
      {rows.length === 0 ? null : <div data-print="no">{back}</div>}
    </Stack>
  );
}
