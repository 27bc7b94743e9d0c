import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { usePage } from '../../../lib/page/use-page.js';
import { useNavigate } from '../../../lib/router/router.js';
import { useParams } from '../../../lib/router/routes.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { Stack } from '../../../ui/layout/card.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Lead } from '../../../ui/text/text.js';
import { enterView } from '../api.js';

/** `/v/:token`: opens the association's view when its button is pressed; nothing happens before. */
export function AssociationLinkScreen() {
  const text = useText();
  const { token = '' } = useParams();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  usePage(text('contacts.association.linkTitle'));
  const press = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      const { eveningId } = await enterView(token);
      await client.invalidateQueries({ queryKey: ['session'] });
      navigate(`/associations/${eveningId}`, { replace: true });
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <Stack space="l">
      <PageHeader title={text('contacts.association.linkTitle')}>
        <Lead>{text('contacts.association.linkLead')}</Lead>
      </PageHeader>
      <FormFailure words={failure === undefined ? undefined : problemText(text, failure)} />
      <div>
        <Button busy={busy} onClick={() => void press()}>
          {text('contacts.association.open')}
        </Button>
      </div>
    </Stack>
  );
}
