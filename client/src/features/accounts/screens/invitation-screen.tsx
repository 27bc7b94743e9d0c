import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isProblem } from '../../../lib/http/problem-error.js';
import { request } from '../../../lib/http/request.js';
import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { useText } from '../../../lib/texts/texts.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { TextField } from '../../../ui/form/text-field.js';
import { Stack } from '../../../ui/layout/card.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Lead } from '../../../ui/text/text.js';
import { LinkAction } from '../components/link-action.js';

/** A link that is no longer valid is an answer too, not a failure of the page. */
function useInvitation(token: string) {
  return useSuspenseQuery({
    queryKey: ['invitation', token],
    queryFn: () =>
      request('POST /api/invitations/look', { body: { token }, once: true }).catch((error: unknown) => {
        if (isProblem(error, 'link-not-valid')) return error;
        throw error;
      }),
  }).data;
}

/** `/i/:token`: says what one is invited to; its button joins and signs in. */
export function InvitationScreen() {
  const text = useText();
  const { token = '' } = useParams();
  const invitation = useInvitation(token);
  const known = isProblem(invitation) ? undefined : invitation;
  const [name, setName] = useState(known?.name ?? '');
  usePage(text('accounts.invitation.title'));
  if (!known)
    return (
      <Stack space="l">
        <PageHeader title={text('accounts.invitation.title')} />
        <Notice kind="error" title={isProblem(invitation) ? invitation.title : ''}>
          {text('accounts.invitation.askAgain')}
        </Notice>
      </Stack>
    );
  return (
    <Stack space="l">
      <PageHeader title={known.organisation} over={text('accounts.invitation.title')}>
        <Lead>
          {text('accounts.invitation.lead', {
            roles: known.roles.map((role) => text(`accounts.roles.${role}.name`)).join(', '),
          })}
        </Lead>
      </PageHeader>
      <LinkAction
        label={text('accounts.invitation.join')}
        act={() => request('POST /api/session/invitation', { body: { token, name }, once: true })}
      >
        {known.name === null ? (
          <TextField
            id="name"
            label={text('accounts.invitation.name')}
            hint={text('accounts.invitation.nameHint')}
            autoComplete="name"
            required
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        ) : (
          <p>{text('accounts.invitation.as', { name: known.name, email: known.email })}</p>
        )}
      </LinkAction>
    </Stack>
  );
}
