import { useId, useState } from 'react';
import type { StepUpQuestion } from '../../../lib/step-up/step-up.js';
import { TextsProvider, useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Dialog } from '../../../ui/feedback/dialog.js';
import { CodeForm } from './code-form.js';

interface StepUpDialogProps {
  /** Counts the questions: each begins with an empty field. */
  turn: number;
  question: StepUpQuestion;
  open: boolean;
  onAnswer: (confirmed: boolean) => void;
}

/** Six digits from the mail, before something that a thief of the link would like to do. */
export function StepUpDialog(props: StepUpDialogProps) {
  return (
    <TextsProvider bundle="ownData">
      <Question {...props} />
    </TextsProvider>
  );
}

function Question({ turn, question, open, onAnswer }: StepUpDialogProps) {
  const text = useText();
  const form = useId();
  const [busy, setBusy] = useState(false);
  return (
    <Dialog
      open={open}
      title={text('stepUp.title')}
      onClose={() => onAnswer(false)}
      actions={
        <>
          <Button type="submit" form={form} busy={busy}>
            {text('stepUp.confirm')}
          </Button>
          <Button look="secondary" onClick={() => onAnswer(false)}>
            {text('stepUp.cancel')}
          </Button>
        </>
      }
    >
      <CodeForm
        key={turn}
        id={form}
        question={question}
        onBusy={setBusy}
        onConfirmed={() => onAnswer(true)}
      />
    </Dialog>
  );
}
