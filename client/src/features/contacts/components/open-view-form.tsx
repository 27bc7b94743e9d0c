import { useForm } from '../../../lib/form/use-form.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { ErrorSummary } from '../../../ui/form/error-summary.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { Select } from '../../../ui/form/select.js';
import { TextField } from '../../../ui/form/text-field.js';
import { Stack } from '../../../ui/layout/card.js';
import { type AssociationViews, openView } from '../api.js';

interface OpenViewFormProps {
  evening: string;
  affiliations: AssociationViews['affiliations'];
  onOpened: (views: AssociationViews) => void;
}

/** Opens a view to a named address; only for associations of which somebody allowed it. */
export function OpenViewForm({ evening, affiliations, onOpened }: OpenViewFormProps) {
  const text = useText();
  const form = useForm<{ affiliation: string; email: string }, AssociationViews>({
    saved: { affiliation: '', email: '' },
    fields: { '#/affiliation': 'view-affiliation', '#/email': 'view-email' },
    send: (body) => openView(evening, body),
    onSaved: onOpened,
  });
  const allowing = affiliations.filter((each) => each.allowing > 0);
  if (allowing.length === 0) return <p>{text('associations.open.none')}</p>;
  return (
    <form noValidate onSubmit={(event) => void form.submit(event)}>
      <Stack>
        <ErrorSummary faults={form.faults} attempt={form.attempt} />
        <FormFailure words={form.failure === undefined ? undefined : problemText(text, form.failure)} />
        {form.state === 'saved' ? (
          <Notice kind="success" announce>
            {text('associations.open.sent')}
          </Notice>
        ) : null}
        <Select
          id="view-affiliation"
          label={text('associations.open.affiliation')}
          hint={text('associations.open.affiliationHint')}
          required
          marked={false}
          error={form.errors['view-affiliation']}
          value={form.written.affiliation}
          options={allowing.map((each) => ({
            value: each.name,
            label: text('associations.open.option', each),
          }))}
          onChange={({ target }) => form.write({ affiliation: target.value })}
        />
        <TextField
          id="view-email"
          type="email"
          autoComplete="off"
          label={text('associations.open.email')}
          hint={text('associations.open.emailHint')}
          required
          marked={false}
          error={form.errors['view-email']}
          value={form.written.email}
          onChange={({ target }) => form.write({ email: target.value })}
        />
        <div>
          <Button type="submit" busy={form.state === 'sending'}>
            {text('associations.open.send')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
