import { useState } from 'react';
import { request } from '../../../lib/http/request.js';
import { usePage } from '../../../lib/page/use-page.js';
import { useNavigate } from '../../../lib/router/router.js';
import { useParams } from '../../../lib/router/routes.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { ButtonRow } from '../../../ui/actions/button-row.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { Stack } from '../../../ui/layout/card.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Lead } from '../../../ui/text/text.js';
import { useEvening, useShowEvening } from '../api.js';
import { TellDialog } from '../components/tell-dialog.js';

/** Calling an evening off: what happens is said first, and everyone is mailed with the organiser's own words. */
export function CancelScreen() {
  const text = useText();
  const { evening: id = '' } = useParams();
  const evening = useEvening(id);
  const navigate = useNavigate();
  const show = useShowEvening();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  usePage(text('planning.cancel.title'));
  const cancel = async (words: string) => {
    setBusy(true);
    setFailure(undefined);
    try {
      show(await request('POST /api/evenings/:evening/cancel', { params: { evening: id }, body: { words } }));
      navigate(`/organiser/evenings/${id}`);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
      setAsking(false);
    }
  };
  return (
    <Stack space="l">
      <PageHeader title={text('planning.cancel.title')}>
        <Lead>{text('planning.cancel.lead')}</Lead>
      </PageHeader>
      <FormFailure words={failure === undefined ? undefined : problemText(text, failure)} />
      <ButtonRow>
        <Button look="danger" onClick={() => setAsking(true)}>
          {text('planning.cancel.next')}
        </Button>
        <LinkButton look="quiet" href={`/organiser/evenings/${id}`}>
          {text('planning.cancel.keep')}
        </LinkButton>
      </ButtonRow>
      <TellDialog
        open={asking}
        title={text('planning.cancel.title')}
        lead={text('planning.tell.lead')}
        differences={[
          {
            label: text('planning.cancel.state'),
            before: text(`evenings.state.${evening.state}`),
            after: text('evenings.state.cancelled'),
          },
        ]}
        confirm={text('planning.cancel.confirm')}
        danger
        busy={busy}
        onConfirm={(words) => void cancel(words)}
        onClose={() => setAsking(false)}
      />
    </Stack>
  );
}
