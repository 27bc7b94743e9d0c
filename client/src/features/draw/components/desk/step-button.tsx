import { type ReactNode, useState } from 'react';
import { problemText } from '../../../../lib/texts/problem-text.js';
import { useText } from '../../../../lib/texts/texts.js';
import { Button, type ButtonLook } from '../../../../ui/actions/button.js';
import { Dialog } from '../../../../ui/feedback/dialog.js';
import { FormFailure } from '../../../../ui/form/form-failure.js';
import { Stack } from '../../../../ui/layout/card.js';
import type { DrawDesk } from '../../api.js';
import { useStep } from './use-step.js';

interface StepButtonProps {
  evening: string;
  action: string;
  step: () => Promise<DrawDesk>;
  /** Asked before the step is taken; without it the press is enough. */
  confirm?: { title: string; text: ReactNode };
  look?: ButtonLook;
  disabled?: boolean;
}

/** The next right thing of the draw, with a question before it where there is no way back. */
export function StepButton({ evening, action, step, confirm, look = 'primary', disabled }: StepButtonProps) {
  const text = useText();
  const [asking, setAsking] = useState(false);
  const { busy, failure, take } = useStep(evening);
  const go = async () => {
    await take(step);
    setAsking(false);
  };
  return (
    <Stack space="s">
      <FormFailure words={failure === undefined ? undefined : problemText(text, failure)} />
      <div>
        <Button
          look={look}
          busy={busy && !asking}
          disabled={disabled}
          onClick={() => (confirm ? setAsking(true) : void go())}
        >
          {action}
        </Button>
      </div>
      {confirm ? (
        <Dialog
          open={asking}
          title={confirm.title}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button look={look} busy={busy} onClick={() => void go()}>
                {action}
              </Button>
              <Button look="quiet" onClick={() => setAsking(false)}>
                {text('ui.close')}
              </Button>
            </>
          }
        >
          {confirm.text}
        </Dialog>
      ) : null}
    </Stack>
  );
}
