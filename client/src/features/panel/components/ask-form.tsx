import { QUESTION_AIMS, QUESTION_MAX, SPEAKER_MAX } from '@hillo/domain/panel';
import { countCharacters, isBlank } from '@hillo/domain/shared';
import { useQueryClient } from '@tanstack/react-query';
import type { Delivery } from '../../../lib/offline/outbox/outbox.js';
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
import { Card, Stack } from '../../../ui/layout/card.js';
import { type Asked, ask, type OwnQuestion } from '../api.js';
import type { ShownQuestion } from '../list-changes.js';
import { SimilarQuestions } from './similar-questions.js';

const EMPTY: Asked = { text: '', aim: 'panel', speaker: '', withName: false };
const FIELDS = { '#/text': 'question-text', '#/speaker': 'question-speaker' };

interface AskFormProps {
  registration: string;
  questions: readonly ShownQuestion[];
  /** Shown questions like what is typed, each with its vote. */
  showQuestion: (question: ShownQuestion) => React.ReactNode;
}

/** One field to ask in; the rest has an answer already. */
export function AskForm({ registration, questions, showQuestion }: AskFormProps) {
  const text = useText();
  const client = useQueryClient();
  const [sent, setSent] = useState<'sent' | 'shown' | 'kept'>();
  const form = useForm<Asked, Delivery<OwnQuestion>>({
    saved: EMPTY,
    fields: FIELDS,
    keep: `panel.ask.${registration}`,
    check: (written) => ({
      'question-text': fault(written.text, text('panel.ask.empty'), (count) =>
        text('panel.ask.over', { count }),
      ),
    }),
    send: (written) => ask(client, registration, written),
    onSaved: (delivery) => {
      setSent(delivery.kind === 'waiting' ? 'kept' : delivery.answer.state === 'shown' ? 'shown' : 'sent');
      form.discard();
    },
  });
  const { written, write } = form;
  return (
    <form noValidate onSubmit={(event) => void form.submit(event)}>
      <Card jam="blueberry" heading={<h2>{text('panel.ask.title')}</h2>}>
        <Stack>
          <ErrorSummary faults={form.faults} attempt={form.attempt} />
          <FormFailure words={form.failure === undefined ? undefined : problemText(text, form.failure)} />
          <TextArea
            id="question-text"
            label={text('panel.ask.text')}
            hint={text('panel.ask.hint')}
            marked={false}
            required
            rows={3}
            limit={QUESTION_MAX}
            count={countCharacters}
            error={form.errors['question-text']}
            value={written.text}
            onChange={({ target }) => {
              setSent(undefined);
              write({ text: target.value });
            }}
          />
          <SimilarQuestions
            registration={registration}
            typed={written.text}
            questions={questions}
            showQuestion={showQuestion}
          />
          <Select
            id="question-aim"
            label={text('panel.ask.aim')}
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
              id="question-speaker"
              label={text('panel.ask.speaker')}
              maxLength={SPEAKER_MAX}
              error={form.errors['question-speaker']}
              value={written.speaker}
              onChange={({ target }) => write({ speaker: target.value })}
            />
          ) : null}
          <RadioGroup
            legend={text('panel.ask.name')}
            name="question-name"
            value={written.withName ? 'with' : 'without'}
            choices={(['without', 'with'] as const).map((value) => ({
              value,
              label: text(`panel.ask.${value}`),
              hint: text(`panel.ask.${value}Hint`),
            }))}
            onChange={(value) => write({ withName: value === 'with' })}
          />
          <div>
            <Button type="submit" busy={form.state === 'sending'}>
              {text('panel.ask.send')}
            </Button>
          </div>
          {sent ? (
            <Notice kind={sent === 'kept' ? 'info' : 'success'} announce>
              {text(`panel.ask.${sent}`)}
            </Notice>
          ) : null}
        </Stack>
      </Card>
    </form>
  );
}

function fault(typed: string, empty: string, over: (count: number) => string): string | undefined {
  if (isBlank(typed)) return empty;
  const count = countCharacters(typed) - QUESTION_MAX;
  return count > 0 ? over(count) : undefined;
}
