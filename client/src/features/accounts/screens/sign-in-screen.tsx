import { usePage } from '../../../lib/page/use-page.js';
import { useText } from '../../../lib/texts/texts.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { Card, Stack } from '../../../ui/layout/card.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Lead } from '../../../ui/text/text.js';
import { useAccount } from '../api.js';
import { PasskeySignIn } from '../components/passkey-sign-in.js';
import { SignInForm } from '../components/sign-in-form.js';

export function SignInScreen() {
  const text = useText();
  const account = useAccount();
  usePage(text('accounts.signIn.title'));
  return (
    <Stack space="l">
      <PageHeader title={text('accounts.signIn.title')}>
        <Lead>{text('accounts.signIn.lead')}</Lead>
      </PageHeader>
      {account ? (
        <Notice actions={<LinkButton href="/organiser">{text('accounts.signIn.goOn')}</LinkButton>}>
          {text('accounts.signIn.already', { name: account.name })}
        </Notice>
      ) : null}
      <Card jam="raspberry">
        <SignInForm />
      </Card>
      <PasskeySignIn />
    </Stack>
  );
}
