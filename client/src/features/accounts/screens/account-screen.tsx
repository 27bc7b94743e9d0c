import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../../lib/http/request.js';
import { usePage } from '../../../lib/page/use-page.js';
import { useNavigate } from '../../../lib/router/router.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { Card, Stack } from '../../../ui/layout/card.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { useAccount } from '../api.js';
import { PasskeyList } from '../components/passkey-list.js';

/** Who one is, passkeys, signing out. */
export function AccountScreen() {
  const text = useText();
  const account = useAccount();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [failure, setFailure] = useState<unknown>();
  usePage(text('accounts.account.title'));
  const signOut = async () => {
    try {
      await request('DELETE /api/session', { once: true });
      client.clear();
      navigate('/');
    } catch (error) {
      setFailure(error);
    }
  };
  if (!account) return null;
  return (
    <Stack space="l">
      <PageHeader title={text('accounts.account.title')}>
        <p>
          {account.name}, {account.email}
        </p>
      </PageHeader>
      <Card heading={<h2>{text('accounts.passkeys.title')}</h2>}>
        <PasskeyList />
      </Card>
      <Card heading={<h2>{text('accounts.account.signOutTitle')}</h2>}>
        <p>{text('accounts.account.signOutText')}</p>
        <FormFailure words={failure === undefined ? undefined : problemText(text, failure)} />
        <div>
          <Button look="secondary" onClick={() => void signOut()}>
            {text('accounts.account.signOut')}
          </Button>
        </div>
      </Card>
    </Stack>
  );
}
