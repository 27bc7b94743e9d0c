import { ANSWER_MAX, HIDE_REASONS, HIDE_WORDS_MAX, QUESTION_MAX } from '@hillo/domain/panel';
import { countCharacters } from '@hillo/domain/shared';
import { type ReactNode, useState } from 'react';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Dialog } from '../../../ui/feedback/dialog.js';
import { RadioGroup } from '../../../ui/form/radio-group.js';
import { TextArea } from '../../../ui/form/text-area.js';
import { TextField } from '../../../ui/form/text-field.js';
import { Stack } from '../../../ui/layout/card.js';
import { type DeskQuestion, editText, moveOn } from './api.js';
import type { Act } from './use-act.js';

export type DialogKind = 'hide' | 'answer' | 'edit' | 'merge';

interface QuestionDialogProps {
  kind: DialogKind;
  evening: string;
  question: DeskQuestion;
  /** What it may be merged into. */
  others: readonly DeskQuestion[];
  busy: boolean;
  act: Act;
  failure: ReactNode;
  onClose: () => void;
}

/** What a move needs to know first: a reason, an answer, clearer words, another question. */
export function QuestionDialog(props: QuestionDialogProps) {
  switch (props.kind) {
    case 'hide':
      return <HideDialog {...props} />;
    case 'answer':
      return <AnswerDialog {...props} />;
    case 'edit':
      return <EditDialog {...props} />;
    case 'merge':
      return <MergeDialog {...props} />;
  }
}

interface FrameProps extends Pick<QuestionDialogProps, 'busy' | 'failure' | 'onClose' | 'question'> {
  title: string;
  save: string;
  /** Off when there is nothing to choose. */
  canSave?: boolean;
  onSave: () => Promise<boolean>;
  children: ReactNode;
}

function Frame({
  title,
  save,
  canSave = true,
  onSave,
  busy,
  failure,
  onClose,
  question,
  children,
}: FrameProps) {
  const text = useText();
  const press = async () => {
    if (await onSave()) onClose();
  };
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          {canSave ? (
            <Button busy={busy} onClick={() => void press()}>
              {save}
            </Button>
          ) : null}
          <Button look="quiet" onClick={onClose}>
            {text('ui.close')}
          </Button>
        </>
      }
    >
      <Stack>
        {failure}
        <blockquote dir="auto">{question.text}</blockquote>
        {children}
      </Stack>
    </Dialog>
  );
}

function HideDialog({ evening, question, act, ...frame }: QuestionDialogProps) {
  const text = useText();
  const [reason, setReason] = useState<(typeof HIDE_REASONS)[number]>('off-topic');
  const [words, setWords] = useState('');
  return (
    <Frame
      {...frame}
      question={question}
      title={text('panelDesk.hide.title')}
      save={text('panelDesk.act.hide')}
      onSave={() => act(() => moveOn(evening, question, { move: 'hide', reason, words }))}
    >
      <p>{text('panelDesk.hide.text')}</p>
      <RadioGroup
        legend={text('panelDesk.hide.reason')}
        name="hide-reason"
        value={reason}
        choices={HIDE_REASONS.map((value) => ({ value, label: text(`questions.reason.${value}`) }))}
        onChange={(value) => setReason(HIDE_REASONS.find((each) => each === value) ?? reason)}
      />
      <TextField
        label={text('panelDesk.hide.words')}
        maxLength={HIDE_WORDS_MAX}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
    </Frame>
  );
}

function AnswerDialog({ evening, question, act, ...frame }: QuestionDialogProps) {
  const text = useText();
  const [answer, setAnswer] = useState(question.answer);
  return (
    <Frame
      {...frame}
      question={question}
      title={text('panelDesk.answer.title')}
      save={text('panelDesk.answer.save')}
      onSave={() => act(() => moveOn(evening, question, { move: 'answer', answer }))}
    >
      <TextArea
        label={text('panelDesk.answer.label')}
        hint={text('panelDesk.answer.hint')}
        limit={ANSWER_MAX}
        count={countCharacters}
        value={answer}
        onChange={({ target }) => setAnswer(target.value)}
      />
    </Frame>
  );
}

function EditDialog({ evening, question, act, ...frame }: QuestionDialogProps) {
  const text = useText();
  const [typed, setTyped] = useState(question.text);
  return (
    <Frame
      {...frame}
      question={{ ...question, text: question.originalText ?? question.text }}
      title={text('panelDesk.edit.title')}
      save={text('panelDesk.edit.save')}
      onSave={() => act(() => editText(evening, question, typed))}
    >
      <TextArea
        label={text('panelDesk.edit.label')}
        hint={text('panelDesk.edit.hint')}
        marked={false}
        limit={QUESTION_MAX}
        count={countCharacters}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
    </Frame>
  );
}

function MergeDialog({ evening, question, others, act, ...frame }: QuestionDialogProps) {
  const text = useText();
  const [into, setInto] = useState(others[0]?.id ?? '');
  return (
    <Frame
      {...frame}
      question={question}
      title={text('panelDesk.merge.title')}
      save={text('panelDesk.merge.save')}
      canSave={others.length > 0}
      onSave={() => act(() => moveOn(evening, question, { move: 'merge', into }))}
    >
      <p>{text(others.length > 0 ? 'panelDesk.merge.text' : 'panelDesk.merge.none')}</p>
      {others.length > 0 ? (
        <RadioGroup
          legend={text('panelDesk.merge.choose')}
          name="merge-into"
          value={into}
          choices={others.map(({ id, text: words }) => ({ value: id, label: words }))}
          onChange={setInto}
        />
      ) : null}
    </Frame>
  );
}
