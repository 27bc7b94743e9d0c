import { DEFAULT_SIDES, SECTORS, SIDES } from '@hillo/domain/registration';
import { useForm } from '../../../../lib/form/use-form.js';
import { problemText } from '../../../../lib/texts/problem-text.js';
import { useText } from '../../../../lib/texts/texts.js';
import { Button } from '../../../../ui/actions/button.js';
import { ErrorSummary } from '../../../../ui/form/error-summary.js';
import { FormFailure } from '../../../../ui/form/form-failure.js';
import { TextField } from '../../../../ui/form/text-field.js';
import type { SuggestAffiliations } from '../../api.js';
import type { ComingDetails } from '../../coming-api.js';
import { FIELD_IDS, type WrittenPerson } from '../../form-values.js';
import { AffiliationField, NameFields, ReachFields, WishFields } from '../form/person-fields.js';
import { SectorFields } from '../form/sector-fields.js';
import styles from '../form/form.module.css';

export interface WrittenByHand extends WrittenPerson {
  readonly agreedHow: string;
}

const SECTORS_BY_SIDE = SIDES.map((side) => ({
  side,
  sectors: SECTORS.filter((sector) => DEFAULT_SIDES[sector] === side),
}));

interface HandFormProps {
  suggest: SuggestAffiliations;
  saved: WrittenByHand;
  send: (written: WrittenByHand) => Promise<ComingDetails>;
  onSaved: (person: ComingDetails) => void;
  label: string;
  /** Whether the person's address, phone and wishes are shown here at all (product rule 15). */
  seesContacts: boolean;
}

/** A registration made or corrected by hand; how it was agreed is always noted. */
export function HandForm({ suggest, saved, send, onSaved, label, seesContacts }: HandFormProps) {
  const text = useText();
  const state = useForm<WrittenByHand, ComingDetails>({
    saved,
    fields: { ...FIELD_IDS, '#/agreedHow': 'agreedHow' },
    send,
    onSaved,
  });
  const fields = { written: state.written, errors: state.errors, write: state.write };
  return (
    <form noValidate className={styles.form} onSubmit={(event) => void state.submit(event)}>
      <ErrorSummary faults={state.faults} attempt={state.attempt} />
      <FormFailure words={state.failure === undefined ? undefined : problemText(text, state.failure)} />
      <TextField
        id="agreedHow"
        label={text('coming.add.agreedHow')}
        hint={text('coming.add.agreedHowHint')}
        required
        value={state.written.agreedHow}
        error={state.errors['agreedHow']}
        onChange={({ target }) => state.write({ agreedHow: target.value })}
      />
      <NameFields {...fields} />
      {seesContacts ? <ReachFields {...fields} emailRequired={false} /> : null}
      <AffiliationField {...fields} suggest={suggest} />
      <SectorFields {...fields} sides={SECTORS_BY_SIDE} />
      {seesContacts ? <WishFields {...fields} /> : null}
      <div>
        <Button type="submit" busy={state.state === 'sending'}>
          {label}
        </Button>
      </div>
    </form>
  );
}
