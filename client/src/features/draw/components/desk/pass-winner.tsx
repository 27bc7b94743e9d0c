import { PASS_REASONS } from '@hillo/domain/draw';
import { useState } from 'react';
import { problemText } from '../../../../lib/texts/problem-text.js';
import { useText } from '../../../../lib/texts/texts.js';
import { Button } from '../../../../ui/actions/button.js';
import { Dialog } from '../../../../ui/feedback/dialog.js';
import { FormFailure } from '../../../../ui/form/form-failure.js';
import { RadioGroup } from '../../../../ui/form/radio-group.js';
import { Stack } from '../../../../ui/layout/card.js';
import { type PassReason, passTicket } from '../../api.js';
import { useStep } from './use-step.js';

interface PassWinnerProps {
  evening: string;
  draw: string;
  ticket: string;
  name: string;
}

/** An absent winner: the prize goes to the next of the same sequence. */
export function PassWinner({ evening, draw, ticket, name }: PassWinnerProps) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState<PassReason>('not-present');
  const { busy, failure, take } = useStep(evening);
  const pass = async () => {
    if (await take(() => passTicket(evening, draw, { ticket, reason }))) setOpen(false);
  };
  return (
    <>
      <Button
        look="secondary"
        aria-label={text('drawDesk.winners.passNamed', { name })}
        onClick={() => setOpen(true)}
      >
        {text('drawDesk.winners.pass')}
      </Button>
      <Dialog
        open={open}
        title={text('drawDesk.winners.passTitle')}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button busy={busy} onClick={() => void pass()}>
              {text('drawDesk.winners.confirm')}
            </Button>
            <Button look="quiet" onClick={() => setOpen(false)}>
              {text('ui.close')}
            </Button>
          </>
        }
      >
        <Stack>
          <FormFailure words={failure === undefined ? undefined : problemText(text, failure)} />
          <p>{text('drawDesk.winners.passText', { name })}</p>
          <RadioGroup
            legend={text('drawDesk.winners.reason')}
            name={`pass-reason-${ticket}`}
            required
            value={reason}
            choices={PASS_REASONS.map((value) => ({ value, label: text(`drawDesk.pass.${value}`) }))}
            onChange={(value) => setReason(PASS_REASONS.find((each) => each === value) ?? reason)}
          />
        </Stack>
      </Dialog>
    </>
  );
}
