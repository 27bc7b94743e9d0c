import { useState } from 'react';
import { useForm } from '../../../lib/form/use-form.js';
import { request } from '../../../lib/http/request.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { ErrorSummary } from '../../../ui/form/error-summary.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { TextField } from '../../../ui/form/text-field.js';
import { Stack } from '../../../ui/layout/card.js';

/** Asks for a link by e-mail. What it answers is the same whether the address is known or not. */
export function SignInForm() {
  const text = useText();
  const [sentTo, setSentTo] = useState<string>();
  const form = useForm({
    saved: { email: '' },
    fields: { '#/email': 'email' },
    send: async (written) => {
      await request('POST /api/sign-in-links', { body: written, once: true });
      setSentTo(written.email);
    },
  });
  return (
    <Stack>
      {sentTo === undefined ? null : (
        <Notice kind="success" announce title={text('accounts.signIn.sentTitle')}>
          {text('accounts.signIn.sentText', { email: sentTo })}
        </Notice>
      )}
      <form noValidate onSubmit={(event) => void form.submit(event)}>
        <Stack>
          <ErrorSummary faults={form.faults} attempt={form.attempt} />
          <FormFailure words={form.failure === undefined ? undefined : problemText(text, form.failure)} />
          <TextField
            id="email"
            name="email"
            type="email"
            inputMode="email"
            autoComplete="email"
            marked={false}
            required
            label={text('accounts.signIn.email')}
            hint={text('accounts.signIn.emailHint')}
            value={form.written.email}
            error={form.errors['email']}
            onChange={({ target }) => form.write({ email: target.value })}
          />
          <Button type="submit" busy={form.state === 'sending'}>
            {text(sentTo === undefined ? 'accounts.signIn.send' : 'accounts.signIn.sendAgain')}
          </Button>
        </Stack>
      </form>
    </Stack>
  );
}
