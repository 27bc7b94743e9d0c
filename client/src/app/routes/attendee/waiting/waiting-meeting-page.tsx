import { WaitingSquare } from '../../../../features/bingo/components/square/waiting-square.js';
import { WaitingWords } from '../../../../features/encounters/components/waiting-words.js';
import type { Entry } from '../../../../lib/offline/outbox/entry.js';
import { useEntries } from '../../../../lib/offline/waiting.js';
import { usePage } from '../../../../lib/page/use-page.js';
import { useParams } from '../../../../lib/router/routes.js';
import { useDates, useText } from '../../../../lib/texts/texts.js';
import { LinkButton } from '../../../../ui/actions/link-button.js';
import { EmptyState } from '../../../../ui/feedback/empty-state.js';
import { Stack } from '../../../../ui/layout/card.js';
import { PageHeader } from '../../../../ui/layout/page-header.js';
import { Aside, Lead } from '../../../../ui/text/text.js';
import { readable } from './entry-words.js';
import { RefusedEntry } from './refused-entry.js';

/** `/me/:registration/waiting/:scan`: somebody met without network, known by code or badge alone. */
export function WaitingMeetingPage() {
  const text = useText();
  const { registration = '', scan = '' } = useParams();
  const entry = useEntries(`registration:${registration}`).find(({ operationId }) => operationId === scan);
  if (entry) return <Meeting key={scan} registration={registration} entry={entry} />;
  return (
    <EmptyState
      title={text('waiting.meeting.sent')}
      action={<LinkButton href={`/me/${registration}/met`}>{text('encounters.list.title')}</LinkButton>}
    >
      {text('waiting.meeting.sentText')}
    </EmptyState>
  );
}

function Meeting({ registration, entry }: { registration: string; entry: Entry }) {
  const text = useText();
  const dates = useDates();
  usePage(text('waiting.meeting.title'));
  const code = entry.label?.['code'];
  const time = dates.write(entry.madeAt, 'time');
  return (
    <Stack space="l">
      <PageHeader title={text('waiting.meeting.title')}>
        <Lead>
          {code === undefined
            ? text('waiting.meeting.badge', { time })
            : text('waiting.meeting.code', { code: readable(code), time })}
        </Lead>
        <Aside>{text('waiting.meeting.text')}</Aside>
      </PageHeader>
      <RefusedEntry entry={entry} />
      <WaitingSquare registration={registration} scanned={entry.operationId} />
      <WaitingWords registration={registration} scanned={entry.operationId} />
      <LinkButton look="secondary" href={`/me/${registration}`}>
        {text('waiting.list.back')}
      </LinkButton>
    </Stack>
  );
}
