import { askerMayEdit, isUnanswered, possibleQuestionEvents, QUESTION_MAX } from '@hillo/domain/panel';
import { countCharacters } from '@hillo/domain/shared';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { ButtonRow } from '../../../ui/actions/button-row.js';
import { Button } from '../../../ui/actions/button.js';
import { Dialog } from '../../../ui/feedback/dialog.js';
import { Checkbox } from '../../../ui/form/checkbox.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { TextArea } from '../../../ui/form/text-area.js';
import { edit, follow, type OwnQuestion as Question, withdraw } from '../api.js';
import type { ShownQuestion } from '../list-changes.js';
import styles from './panel.module.css';
import { QuestionCard } from './question-card.js';

interface OwnQuestionProps {
  registration: string;
  question: Question;
  /** What it was merged into, if everybody sees that. */
  target: ShownQuestion | undefined;
}

/** My question with its state, and what I may still do about it. */
export function OwnQuestion({ registration, question, target }: OwnQuestionProps) {
  const text = useText();
  const client = useQueryClient();
  const [open, setOpen] = useState<'edit' | 'withdraw'>();
  const [typed, setTyped] = useState(question.text);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const { id, state } = question;
  const act = async (send: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    await send().then(() => setOpen(undefined), setFailure);
    setBusy(false);
  };
  const failed = <FormFailure words={failure === undefined ? undefined : problemText(text, failure)} />;
  const mayWithdraw = possibleQuestionEvents(state, 'asker').includes('withdraw');
  return (
    <QuestionCard question={question} isOnStage={state === 'on-stage'}>
      <p className={styles.state}>{text(`questions.state.${state}`)}</p>
      <Fate question={question} target={target} />
      {open ? null : failed}
      {isUnanswered(state) ? (
        <Checkbox
          label={text('panel.own.follow')}
          hint={text('panel.own.followHint')}
          marked={false}
          checked={question.follows}
          onChange={({ target: { checked } }) => void act(() => follow(client, registration, id, checked))}
        />
      ) : null}
      <ButtonRow>
        {askerMayEdit(state) ? (
          <Button
            look="quiet"
            aria-label={text('panel.own.editNamed', { question: question.text })}
            onClick={() => {
              setTyped(question.text);
              setOpen('edit');
            }}
          >
            {text('panel.own.edit')}
          </Button>
        ) : null}
        {mayWithdraw ? (
          <Button
            look="quiet"
            aria-label={text('panel.own.withdrawNamed', { question: question.text })}
            onClick={() => setOpen('withdraw')}
          >
            {text('panel.own.withdraw')}
          </Button>
        ) : null}
      </ButtonRow>
      <Dialog
        open={open === 'edit'}
        title={text('panel.own.editTitle')}
        onClose={() => setOpen(undefined)}
        actions={
          <>
            <Button busy={busy} onClick={() => void act(() => edit(client, registration, id, typed))}>
              {text('panel.own.save')}
            </Button>
            <Button look="quiet" onClick={() => setOpen(undefined)}>
              {text('ui.close')}
            </Button>
          </>
        }
      >
        {failed}
        <TextArea
          label={text('panel.ask.text')}
          marked={false}
          limit={QUESTION_MAX}
          count={countCharacters}
          value={typed}
          onChange={({ target: { value } }) => setTyped(value)}
        />
      </Dialog>
      <Dialog
        open={open === 'withdraw'}
        title={text('panel.own.withdrawTitle')}
        onClose={() => setOpen(undefined)}
        actions={
          <>
            <Button
              look="danger"
              busy={busy}
              onClick={() => void act(() => withdraw(client, registration, id))}
            >
              {text('panel.own.withdraw')}
            </Button>
            <Button look="quiet" onClick={() => setOpen(undefined)}>
              {text('ui.close')}
            </Button>
          </>
        }
      >
        {failed}
        <p>{text('panel.own.withdrawText')}</p>
      </Dialog>
    </QuestionCard>
  );
}

/** What became of it, in words. */
function Fate({ question, target }: Pick<OwnQuestionProps, 'question' | 'target'>) {
  const text = useText();
  const { state, hidden, forTable } = question;
  if (state === 'answered') return <p>{text('panel.own.answered')}</p>;
  if (forTable) return <p>{text('panel.own.table')}</p>;
  if (hidden)
    return (
      <p>{text('panel.own.hidden', { reason: hidden.words || text(`questions.reason.${hidden.reason}`) })}</p>
    );
  if (state !== 'merged') return null;
  if (!target) return <p>{text('panel.own.mergedPlain')}</p>;
  return (
    <>
      <p>{text('panel.own.merged', { question: target.text })}</p>
      {target.state === 'answered' ? (
        <p>
          {text('panel.own.answered')} {target.answer}
        </p>
      ) : null}
    </>
  );
}
