import { QUESTION_AIMS, QUESTION_MAX, SPEAKER_MAX } from '@hillo/domain/panel';
import { countCharacters } from '@hillo/domain/shared';
import { useState } from 'react';
import { useForm } from '../../../lib/form/use-form.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { ErrorSummary } from '../../../ui/form/error-summary.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { RadioGroup } from '../../../ui/form/radio-group.js';
import { Select } from '../../../ui/form/select.js';
import { TextArea } from '../../../ui/form/text-area.js';
import { TextField } from '../../../ui/form/text-field.js';
import { Stack } from '../../../ui/layout/card.js';
import { type TypedQuestion, typeIn } from './api.js';

const EMPTY: TypedQuestion = { text: '', aim: 'panel', speaker: '', source: 'card' };
const FIELDS = { '#/text': 'typed-text', '#/speaker': 'typed-speaker' };
const SOURCES = ['card', 'spoken'] as const;

/** Questions from slips of paper, or said aloud (S77); the next one comes right after. */
export function TypeInForm({ evening }: { evening: string }) {
  const text = useText();
  const [saved, setSaved] = useState(false);
  const form = useForm<TypedQuestion, unknown>({
    saved: EMPTY,
    fields: FIELDS,
    keep: `panel.typed.${evening}`,
    send: (written) => typeIn(evening, written),
    onSaved: () => {
      setSaved(true);
      form.write({ text: '' });
    },
  });
  const { written, write } = form;
  return (
    <form noValidate onSubmit={(event) => void form.submit(event)}>
      <Stack>
        <ErrorSummary faults={form.faults} attempt={form.attempt} />
        <FormFailure words={form.failure === undefined ? undefined : problemText(text, form.failure)} />
        <TextArea
          id="typed-text"
          label={text('panelDesk.typed.text')}
          marked={false}
          required
          rows={3}
          limit={QUESTION_MAX}
          count={countCharacters}
          error={form.errors['typed-text']}
          value={written.text}
          onChange={({ target }) => {
            setSaved(false);
            write({ text: target.value });
          }}
        />
        <RadioGroup
          legend={text('panelDesk.typed.source')}
          name="typed-source"
          value={written.source}
          choices={SOURCES.map((value) => ({ value, label: text(`questions.source.${value}`) }))}
          onChange={(value) => write({ source: SOURCES.find((each) => each === value) ?? 'card' })}
        />
        <Select
          id="typed-aim"
          label={text('panelDesk.typed.aim')}
          marked={false}
          empty={false}
          value={written.aim}
          options={QUESTION_AIMS.map((aim) => ({ value: aim, label: text(`questions.aim.${aim}`) }))}
          onChange={({ target }) =>
            write({ aim: QUESTION_AIMS.find((aim) => aim === target.value) ?? 'panel' })
          }
        />
        {written.aim === 'speaker' ? (
          <TextField
            id="typed-speaker"
            label={text('panelDesk.typed.speaker')}
            error={form.errors['typed-speaker']}
            maxLength={SPEAKER_MAX}
            value={written.speaker}
            onChange={({ target }) => write({ speaker: target.value })}
          />
        ) : null}
        <div>
          <Button type="submit" busy={form.state === 'sending'}>
            {text('panelDesk.typed.save')}
          </Button>
        </div>
        {saved ? (
          <Notice kind="success" announce>
            {text('panelDesk.typed.saved')}
          </Notice>
        ) : null}
      </Stack>
    </form>
  );
}
