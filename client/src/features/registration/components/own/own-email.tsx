import { useForm } from '../../../../lib/form/use-form.js';
import { request } from '../../../../lib/http/request.js';
import { useStepUp } from '../../../../lib/step-up/step-up.js';
import { problemText } from '../../../../lib/texts/problem-text.js';
import { TextsProvider, useText } from '../../../../lib/texts/texts.js';
import { Button } from '../../../../ui/actions/button.js';
import { Notice } from '../../../../ui/feedback/notice.js';
import { FormFailure } from '../../../../ui/form/form-failure.js';
import { TextField } from '../../../../ui/form/text-field.js';
import { Stack } from '../../../../ui/layout/card.js';
import { type OwnPage, useShowOwnPage } from '../../api.js';
import styles from '../form/form.module.css';

/** Another address: a code from the old one first, then a link that is pressed at the new one. */
export function OwnEmail(props: { page: OwnPage }) {
  return (
    <TextsProvider bundle="ownData">
      <EmailForm {...props} />
    </TextsProvider>
  );
}

function EmailForm({ page: { registration: own } }: { page: OwnPage }) {
  const text = useText();
  const show = useShowOwnPage();
  const params = { registration: own.id };
  const confirmed = useStepUp({ purpose: 'email-change', as: params });
  const state = useForm<{ email: string }, OwnPage | undefined>({
    saved: { email: '' },
    fields: { '#/email': 'new-email' },
    send: async (body) =>
      (await confirmed(() => request('POST /api/me/:registration/email-changes', { params, body })))?.value,
    onSaved: (page) => {
      // Whoever does not want to confirm keeps what was typed.
      if (page === undefined) return;
      show(page);
      state.discard();
    },
  });
  return (
    <Stack>
      <p>
        {own.email === null ? text('ownData.email.none') : text('ownData.email.now', { address: own.email })}
      </p>
      {own.newEmail === null ? null : (
        <Notice kind="info" announce>
          {text('ownData.email.waiting', { address: own.newEmail })}
        </Notice>
      )}
      <form noValidate className={styles.part} onSubmit={(event) => void state.submit(event)}>
        <FormFailure words={state.failure === undefined ? undefined : problemText(text, state.failure)} />
        <TextField
          id="new-email"
          type="email"
          label={text('ownData.email.label')}
          hint={text('ownData.email.hint')}
          error={state.errors['new-email']}
          marked={false}
          required
          autoComplete="email"
          inputMode="email"
          value={state.written.email}
          onChange={({ target }) => state.write({ email: target.value })}
        />
        <div>
          <Button type="submit" look="secondary" busy={state.state === 'sending'}>
            {text('ownData.email.send')}
          </Button>
        </div>
      </form>
    </Stack>
  );
}
