import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { readAnew } from '../../../lib/http/read-anew.js';
import { useNavigate } from '../../../lib/router/router.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { Stack } from '../../../ui/layout/card.js';
import { Aside } from '../../../ui/text/text.js';
import { sessionQuery } from '../api.js';
import { signInWithPasskey, wasDismissed, whyNoPasskeys } from '../passkeys.js';

/** Sign-in without a mail, for those who made a passkey before. */
export function PasskeySignIn() {
  const text = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const reason = whyNoPasskeys();
  if (reason !== undefined) return <Aside>{text(`accounts.passkeys.${reason}`)}</Aside>;
  const signIn = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      await signInWithPasskey();
      await readAnew(client, sessionQuery);
      navigate('/organiser');
    } catch (error) {
      if (!wasDismissed(error)) setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Stack>
      <FormFailure words={failure === undefined ? undefined : problemText(text, failure)} />
      <div>
        <Button look="secondary" busy={busy} onClick={() => void signIn()}>
          {text('accounts.passkeys.signIn')}
        </Button>
      </div>
    </Stack>
  );
}
