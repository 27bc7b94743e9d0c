import { request } from '../../../lib/http/request.js';
import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { useText } from '../../../lib/texts/texts.js';
import { Stack } from '../../../ui/layout/card.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Lead } from '../../../ui/text/text.js';
import { LinkAction } from '../components/link-action.js';

/** `/s/:token`: signs in when its button is pressed. */
export function LinkScreen() {
  const text = useText();
  const { token = '' } = useParams();
  usePage(text('accounts.link.title'));
  return (
    <Stack space="l">
      <PageHeader title={text('accounts.link.title')}>
        <Lead>{text('accounts.link.lead')}</Lead>
      </PageHeader>
      <LinkAction
        label={text('accounts.link.signIn')}
        act={() => request('POST /api/session/sign-in', { body: { token }, once: true })}
      />
    </Stack>
  );
}
