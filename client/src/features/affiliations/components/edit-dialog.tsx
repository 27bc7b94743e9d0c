import { useState } from 'react';
import { useForm } from '../../../lib/form/use-form.js';
import { request } from '../../../lib/http/request.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Dialog } from '../../../ui/feedback/dialog.js';
import { ErrorSummary } from '../../../ui/form/error-summary.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { Stack } from '../../../ui/layout/card.js';
import { Aside } from '../../../ui/text/text.js';
import type { ListedAffiliation } from '../api.js';
import { AffiliationFields, bodyOf, fieldsOf, type WrittenAffiliation } from './affiliation-fields.js';

interface EditDialogProps {
  organisation: string;
  listed: ListedAffiliation;
  onClose: () => void;
  onChanged: () => void;
}

/** Corrects one, takes it out of use or back into it. */
export function EditDialog({ organisation, listed, onClose, onChanged }: EditDialogProps) {
  const text = useText();
  const [refusal, setRefusal] = useState<unknown>();
  const params = { organisation, affiliation: listed.id };
  const { name, sector, municipality, isRetired } = listed;
  const form = useForm<WrittenAffiliation, ListedAffiliation>({
    saved: { name, sector, municipality },
    fields: fieldsOf('edit-'),
    send: (written) =>
      request('PATCH /api/organisations/:organisation/affiliations/:affiliation', {
        params,
        body: bodyOf(written),
      }),
    onSaved: onChanged,
  });
  const retire = async () => {
    setRefusal(undefined);
    await request('PATCH /api/organisations/:organisation/affiliations/:affiliation', {
      params,
      body: { isRetired: !isRetired },
    }).then(onChanged, setRefusal);
  };
  const failure = form.failure ?? refusal;
  return (
    <Dialog
      open
      title={name}
      onClose={onClose}
      actions={
        <>
          <Button busy={form.state === 'sending'} onClick={() => void form.submit()}>
            {text('affiliations.edit.save')}
          </Button>
          <Button look={isRetired ? 'secondary' : 'danger'} onClick={() => void retire()}>
            {text(isRetired ? 'affiliations.edit.restore' : 'affiliations.edit.retire')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {text('ui.close')}
          </Button>
        </>
      }
    >
      <Stack>
        <ErrorSummary faults={form.faults} attempt={form.attempt} />
        <FormFailure words={failure === undefined ? undefined : problemText(text, failure)} />
        <AffiliationFields prefix="edit-" written={form.written} write={form.write} errors={form.errors} />
        {isRetired ? null : <Aside>{text('affiliations.edit.retireHint')}</Aside>}
      </Stack>
    </Dialog>
  );
}
