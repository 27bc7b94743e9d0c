import { useForm } from '../../../lib/form/use-form.js';
import { request } from '../../../lib/http/request.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { ErrorSummary } from '../../../ui/form/error-summary.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { Stack } from '../../../ui/layout/card.js';
import type { ListedAffiliation } from '../api.js';
import {
  AffiliationFields,
  bodyOf,
  fieldsOf,
  UNWRITTEN,
  type WrittenAffiliation,
} from './affiliation-fields.js';

interface AddFormProps {
  organisation: string;
  onAdded: (added: ListedAffiliation) => void;
}

/** One more on the list; the form empties for the next. */
export function AddForm({ organisation, onAdded }: AddFormProps) {
  const text = useText();
  const form = useForm<WrittenAffiliation, ListedAffiliation>({
    saved: UNWRITTEN,
    fields: fieldsOf('add-'),
    send: (written) =>
      request('POST /api/organisations/:organisation/affiliations', {
        params: { organisation },
        body: bodyOf(written),
      }),
    onSaved: (added) => {
      // The next is likely of the same sector and place.
      form.write({ name: '' });
      onAdded(added);
    },
  });
  return (
    <form noValidate onSubmit={(event) => void form.submit(event)}>
      <Stack>
        <ErrorSummary faults={form.faults} attempt={form.attempt} />
        <FormFailure words={form.failure === undefined ? undefined : problemText(text, form.failure)} />
        <AffiliationFields prefix="add-" written={form.written} write={form.write} errors={form.errors} />
        <div>
          <Button type="submit" busy={form.state === 'sending'}>
            {text('affiliations.add.send')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
