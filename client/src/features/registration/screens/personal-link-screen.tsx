import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../../lib/http/request.js';
import { usePage } from '../../../lib/page/use-page.js';
import { useNavigate } from '../../../lib/router/router.js';
import { useParams } from '../../../lib/router/routes.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { Spinner } from '../../../ui/feedback/spinner.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { Stack } from '../../../ui/layout/card.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Lead } from '../../../ui/text/text.js';
import { LinkAgain } from '../components/link-again.js';

/** `/p/:token`: says whose link it is and signs in after the click, never before; the address loses the token with it. */
export function PersonalLinkScreen() {
  const text = useText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { token = '' } = useParams();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [isOther, setOther] = useState(false);
  // A look that changes nothing; it is a POST so that the token stands in no address.
  const preview = useQuery({
    queryKey: ['personal-link', token],
    queryFn: ({ signal }) =>
      request('POST /api/personal-links/preview', { body: { token }, once: true, signal }),
    retry: false,
    gcTime: 0,
  });
  usePage(text('registration.link.title'));
  const go = async () => {
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      const { registrationId } = await request('POST /api/session/attendee', { body: { token }, once: true });
      await client.invalidateQueries({ queryKey: ['session'] });
      navigate(`/me/${registrationId}`, { replace: true });
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  if (preview.isPending) return <Spinner words={text('registration.link.loading')} />;
  if (preview.isError)
    return (
      <PageHeader title={text('registration.link.wrongTitle')}>
        <Notice kind="warning" title={problemText(text, preview.error).title}>
          {text('registration.link.wrong')}
        </Notice>
      </PageHeader>
    );
  const { firstName, theme, slug } = preview.data;
  return (
    <Stack space="l">
      <PageHeader title={text('registration.link.title')}>
        <Lead>{text('registration.link.text', { name: firstName, evening: theme.text })}</Lead>
      </PageHeader>
      <FormFailure words={failure === undefined ? undefined : problemText(text, failure)} />
      <Stack space="s">
        <Button wide busy={busy} onClick={() => void go()}>
          {text('registration.link.continue', { name: firstName })}
        </Button>
        <Button wide look="quiet" onClick={() => setOther(true)}>
          {text('registration.link.somebodyElse')}
        </Button>
      </Stack>
      {isOther ? (
        <section aria-labelledby="link-again">
          <Stack>
            <h2 id="link-again">{text('registration.again.title')}</h2>
            <LinkAgain slug={slug} />
            <div>
              <LinkButton look="secondary" href={`/e/${slug}`}>
                {text('registration.link.register')}
              </LinkButton>
            </div>
          </Stack>
        </section>
      ) : null}
    </Stack>
  );
}
