import { NOTE_LIMITS, NOTE_OWNERS } from '@hillo/domain/encounters';
import { useForm } from '../../../lib/form/use-form.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { ErrorSummary } from '../../../ui/form/error-summary.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { RadioGroup } from '../../../ui/form/radio-group.js';
import { TextArea } from '../../../ui/form/text-area.js';
import { TextField } from '../../../ui/form/text-field.js';
import type { Note } from '../api.js';
import styles from './note.module.css';

const FIELDS = { '#/agreed': 'agreed', '#/nextStep': 'next-step', '#/date': 'next-date' };

interface NoteFormProps {
  saved: Note;
  /** The other's first name. */
  name: string;
  /** Names the draft that waits on this phone while it is not saved. */
  draft: string;
  send: (note: Note) => Promise<unknown>;
  onSaved: () => void;
}

/** The own note of a meeting (S62, S63); every part may stay empty. */
export function NoteForm({ saved, name, draft, send, onSaved }: NoteFormProps) {
  const text = useText();
  const form = useForm({ saved, send, onSaved, fields: FIELDS, keep: draft });
  const { written, write, errors } = form;
  const isOwner = (value: string) => NOTE_OWNERS.find((owner) => owner === value) ?? null;
  return (
    <form noValidate className={styles.form} onSubmit={(event) => void form.submit(event)}>
      <ErrorSummary faults={form.faults} attempt={form.attempt} />
      <FormFailure words={form.failure === undefined ? undefined : problemText(text, form.failure)} />
      <TextArea
        id="agreed"
        label={text('encounters.note.agreed')}
        marked={false}
        error={errors['agreed']}
        limit={NOTE_LIMITS.agreed}
        rows={3}
        value={written.agreed}
        onChange={({ target }) => write({ agreed: target.value })}
      />
      <TextArea
        id="next-step"
        label={text('encounters.note.nextStep')}
        marked={false}
        error={errors['next-step']}
        limit={NOTE_LIMITS.nextStep}
        rows={2}
        value={written.nextStep}
        onChange={({ target }) => write({ nextStep: target.value })}
      />
      <RadioGroup
        legend={text('encounters.note.owner')}
        name="owner"
        value={written.owner ?? ''}
        onChange={(value) => write({ owner: isOwner(value) })}
        choices={NOTE_OWNERS.map((owner) => ({
          value: owner,
          label: text(`encounters.note.owners.${owner}`, { name }),
        }))}
      />
      <TextField
        id="next-date"
        type="date"
        label={text('encounters.note.date')}
        marked={false}
        error={errors['next-date']}
        value={written.date ?? ''}
        onChange={({ target }) => write({ date: target.value === '' ? null : target.value })}
      />
      <Button type="submit" wide busy={form.state === 'sending'}>
        {text('encounters.note.save')}
      </Button>
    </form>
  );
}
