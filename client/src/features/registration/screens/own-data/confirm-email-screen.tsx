import { useMutation } from '@tanstack/react-query';
import { request } from '../../../../lib/http/request.js';
import { useNavigate } from '../../../../lib/router/router.js';
import { useParams } from '../../../../lib/router/routes.js';
import { usePage } from '../../../../lib/page/use-page.js';
import { problemText } from '../../../../lib/texts/problem-text.js';
import { TextsProvider, useText } from '../../../../lib/texts/texts.js';
import { Button } from '../../../../ui/actions/button.js';
import { FormFailure } from '../../../../ui/form/form-failure.js';
import { Stack } from '../../../../ui/layout/card.js';
import { PageHeader } from '../../../../ui/layout/page-header.js';
import { Lead } from '../../../../ui/text/text.js';

/** `/m/:token`: an address becomes the person's when the button is pressed, never by opening the link. */
export function ConfirmEmailScreen() {
  return (
    <TextsProvider bundle="ownData">
      <ConfirmEmail />
    </TextsProvider>
  );
}

function ConfirmEmail() {
  const text = useText();
  const navigate = useNavigate();
  const { token = '' } = useParams();
  const confirm = useMutation({
    mutationFn: () => request('POST /api/email-changes/confirmation', { body: { token }, once: true }),
    onSuccess: () => navigate('/email-confirmed', { replace: true }),
  });
  usePage(text('ownData.email.confirmTitle'));
  return (
    <Stack space="l">
      <PageHeader title={text('ownData.email.confirmTitle')}>
        <Lead>{text('ownData.email.confirmLead')}</Lead>
      </PageHeader>
      <FormFailure words={confirm.error === null ? undefined : problemText(text, confirm.error)} />
      <div>
        <Button busy={confirm.isPending} onClick={() => confirm.mutate()}>
          {text('ownData.email.confirm')}
        </Button>
      </div>
    </Stack>
  );
}
