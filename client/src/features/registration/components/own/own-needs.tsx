import { REGISTRATION_LIMITS } from '@hillo/domain/registration';
import { useMutation } from '@tanstack/react-query';
import { useForm } from '../../../../lib/form/use-form.js';
import { request } from '../../../../lib/http/request.js';
import { problemText } from '../../../../lib/texts/problem-text.js';
import { useText } from '../../../../lib/texts/texts.js';
import { Button } from '../../../../ui/actions/button.js';
import { Checkbox } from '../../../../ui/form/checkbox.js';
import { FormFailure } from '../../../../ui/form/form-failure.js';
import { TextArea } from '../../../../ui/form/text-area.js';
import { Stack } from '../../../../ui/layout/card.js';
import { type OwnPage, useShowOwnPage } from '../../api.js';
import styles from '../form/form.module.css';

/** Access needs: told with consent, taken back as easily; what was told is not repeated on the page. */
export function OwnNeeds({ page }: { page: OwnPage }) {
  const text = useText();
  const show = useShowOwnPage();
  const params = { registration: page.registration.id };
  const withdraw = useMutation({
    mutationFn: () => request('DELETE /api/me/:registration/access-needs', { params }),
    onSuccess: show,
  });
  const state = useForm<{ text: string; consent: boolean }, OwnPage>({
    saved: { text: '', consent: false },
    fields: { '#/text': 'needs-text', '#/consent': 'needs-consent' },
    check: ({ consent }) => (consent ? {} : { 'needs-consent': text('registration.form.consentMissing') }),
    send: (written) =>
      request('PUT /api/me/:registration/access-needs', {
        params,
        body: { text: written.text, consent: true },
      }),
    onSaved: (saved) => {
      show(saved);
      state.discard();
    },
  });
  const failure = state.failure ?? withdraw.error ?? undefined;
  return (
    <Stack>
      <p>
        {page.accessNeeds === null
          ? text('personalPage.needs.none')
          : text(`personalPage.needs.state.${page.accessNeeds.state}`)}
      </p>
      {page.accessNeeds === null ? null : (
        <div>
          <Button look="secondary" busy={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {text('personalPage.needs.withdraw')}
          </Button>
        </div>
      )}
      <form noValidate className={styles.part} onSubmit={(event) => void state.submit(event)}>
        <FormFailure words={failure === undefined ? undefined : problemText(text, failure)} />
        <TextArea
          id="needs-text"
          rows={3}
          limit={REGISTRATION_LIMITS.accessNeeds}
          label={text('registration.form.accessNeeds')}
          hint={text('registration.form.accessNeedsHint')}
          marked={false}
          value={state.written.text}
          error={state.errors['needs-text']}
          onChange={({ target }) => state.write({ text: target.value })}
        />
        <Checkbox
          id="needs-consent"
          label={text('registration.form.accessNeedsConsent')}
          checked={state.written.consent}
          error={state.errors['needs-consent']}
          onChange={({ target }) => state.write({ consent: target.checked })}
        />
        <div>
          <Button type="submit" busy={state.state === 'sending'}>
            {text('personalPage.needs.write')}
          </Button>
        </div>
      </form>
    </Stack>
  );
}
