import { useId } from 'react';
import { useForm } from '../../../lib/form/use-form.js';
import { request } from '../../../lib/http/request.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { TextField } from '../../../ui/form/text-field.js';
import styles from './form/form.module.css';

/** "Send my link again": the answer is the same whether the address is known or not. */
export function LinkAgain({ slug }: { slug: string }) {
  const text = useText();
  const id = useId();
  const state = useForm({
    saved: { email: '' },
    fields: { '#/email': id },
    send: (body) =>
      request('POST /api/public/evenings/:slug/link-requests', { params: { slug }, body, once: true }),
  });
  return (
    <form noValidate className={styles.part} onSubmit={(event) => void state.submit(event)}>
      <FormFailure words={state.failure === undefined ? undefined : problemText(text, state.failure)} />
      <TextField
        id={id}
        type="email"
        label={text('registration.form.email')}
        hint={text('registration.again.text')}
        marked={false}
        autoComplete="email"
        value={state.written.email}
        error={state.errors[id]}
        onChange={({ target }) => state.write({ email: target.value })}
      />
      {state.state === 'saved' ? (
        <Notice kind="success" announce>
          {text('registration.again.sent')}
        </Notice>
      ) : null}
      <div>
        <Button type="submit" look="secondary" busy={state.state === 'sending'}>
          {text('registration.again.send')}
        </Button>
      </div>
    </form>
  );
}
