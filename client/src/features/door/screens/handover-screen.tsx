import { useMutation, useQueryClient } from '@tanstack/react-query';
import { isProblem } from '../../../lib/http/problem-error.js';
import { request } from '../../../lib/http/request.js';
import { usePage } from '../../../lib/page/use-page.js';
import { useNavigate } from '../../../lib/router/router.js';
import { useParams } from '../../../lib/router/routes.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Lead } from '../../../ui/text/text.js';

/** Opened by the door's one-time QR: nothing happens before the click (T37). */
export function HandoverScreen() {
  const text = useText();
  const { token = '' } = useParams();
  const navigate = useNavigate();
  const client = useQueryClient();
  usePage(text('door.handover.title'));
  const open = useMutation({
    mutationFn: () => request('POST /api/session/handover', { body: { token }, once: true }),
    onSuccess: async ({ registrationId }) => {
      await client.invalidateQueries({ queryKey: ['session'] });
      navigate(`/me/${registrationId}`, { replace: true });
    },
  });
  const isGone = isProblem(open.error, 'link-not-valid');
  const told = isGone
    ? { title: text('door.handover.goneTitle'), detail: text('door.handover.gone') }
    : problemText(text, open.error);
  return (
    <>
      <PageHeader title={text('door.handover.title')}>
        <Lead>{text('door.handover.text')}</Lead>
      </PageHeader>
      {open.error ? (
        <Notice kind="error" announce title={told.title}>
          {told.detail}
        </Notice>
      ) : null}
      {isGone ? null : (
        <Button busy={open.isPending} onClick={() => open.mutate()}>
          {text('door.handover.open')}
        </Button>
      )}
    </>
  );
}
