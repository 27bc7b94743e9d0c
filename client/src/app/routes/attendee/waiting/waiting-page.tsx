import type { Entry } from '../../../../lib/offline/outbox/entry.js';
import { useEntries } from '../../../../lib/offline/waiting.js';
import { dropEntry } from '../../../../lib/offline/write.js';
import { usePage } from '../../../../lib/page/use-page.js';
import { useParams } from '../../../../lib/router/routes.js';
import { useDates, useText } from '../../../../lib/texts/texts.js';
import { Button } from '../../../../ui/actions/button.js';
import { LinkButton } from '../../../../ui/actions/link-button.js';
import { EmptyState } from '../../../../ui/feedback/empty-state.js';
import { Card, Stack } from '../../../../ui/layout/card.js';
import { PageHeader } from '../../../../ui/layout/page-header.js';
import { Aside, Lead } from '../../../../ui/text/text.js';
import { entryHref, entryTitle } from './entry-words.js';
import { RefusedEntry } from './refused-entry.js';

/** `/me/:registration/waiting`: what waits for the network, and what did not go through. */
export function WaitingPage() {
  const text = useText();
  const { registration = '' } = useParams();
  const entries = useEntries(`registration:${registration}`);
  const home = `/me/${registration}`;
  usePage(text('waiting.list.title'));
  const refused = entries.filter(({ refusal }) => refusal !== undefined);
  const waiting = entries.filter(({ refusal }) => refusal === undefined);
  return (
    <Stack space="l">
      <PageHeader title={text('waiting.list.title')}>
        {waiting.length > 0 ? <Lead>{text('waiting.list.lead')}</Lead> : null}
      </PageHeader>
      {entries.length === 0 ? <EmptyState title={text('waiting.list.empty')} /> : null}
      {refused.length > 0 ? (
        <section aria-labelledby="refused">
          <Stack>
            <h2 id="refused">{text('waiting.list.refused')}</h2>
            {refused.map((entry) => (
              <RefusedEntry key={entry.operationId} entry={entry} />
            ))}
          </Stack>
        </section>
      ) : null}
      {waiting.length > 0 ? (
        <section aria-labelledby="still-waiting">
          <Stack>
            <h2 id="still-waiting">{text('waiting.list.waiting')}</h2>
            {waiting.map((entry) => (
              <WaitingEntry key={entry.operationId} entry={entry} home={home} />
            ))}
          </Stack>
        </section>
      ) : null}
      <LinkButton look="secondary" href={home}>
        {text('waiting.list.back')}
      </LinkButton>
    </Stack>
  );
}

function WaitingEntry({ entry, home }: { entry: Entry; home: string }) {
  const text = useText();
  const dates = useDates();
  const href = entryHref(home, entry);
  return (
    <Card heading={<h3>{entryTitle(text, entry)}</h3>}>
      <Aside>{text('waiting.entry.made', { time: dates.write(entry.madeAt, 'time') })}</Aside>
      <div>
        {href === undefined ? null : (
          <LinkButton look="secondary" href={href}>
            {text('waiting.act.open')}
          </LinkButton>
        )}
        <Button look="quiet" onClick={() => void dropEntry(entry.operationId)}>
          {text('waiting.act.drop')}
        </Button>
      </div>
    </Card>
  );
}
