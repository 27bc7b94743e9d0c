import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { useText } from '../../../lib/texts/texts.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { Card, Stack } from '../../../ui/layout/card.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Lead } from '../../../ui/text/text.js';
import { PaperCards } from './paper-cards.js';
import { ReserveBadges } from './reserve-badges.js';

/** Everything that is needed without a phone, to print before the evening (S33, S77). */
export function PrintScreen() {
  const text = useText();
  const { evening = '' } = useParams();
  usePage(text('paperPrint.title'));
  return (
    <Stack space="l">
      <PageHeader title={text('paperPrint.title')}>
        <Lead>{text('paperPrint.lead')}</Lead>
      </PageHeader>
      <Card jam="blueberry" heading={<h2>{text('paperPrint.list')}</h2>}>
        <p>{text('paperPrint.listText')}</p>
        <div>
          <LinkButton look="secondary" href={`/api/evenings/${evening}/attendance-list.pdf`} download>
            {text('paperPrint.listGet')}
          </LinkButton>
        </div>
      </Card>
      <PaperCards evening={evening} />
      <ReserveBadges evening={evening} />
    </Stack>
  );
}
