import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Dialog } from '../../../ui/feedback/dialog.js';
import type { AdmitQuestion } from '../door-acts.js';

interface AdmitDialogProps {
  question: AdmitQuestion | undefined;
  name: string;
  /** The figures are those of the last time that the network worked. */
  away: boolean;
}

/** Letting somebody in without a seat: the figures first, then yes or no (product rule 11). */
export function AdmitDialog({ question, name, away }: AdmitDialogProps) {
  const text = useText();
  const answer = question?.answer ?? (() => undefined);
  const figure = (key: string) => Number(question?.figures[key]);
  return (
    <Dialog
      open={question !== undefined}
      title={question ? text(`door.confirm.${question.code}`, { name }) : ''}
      onClose={() => answer(false)}
      actions={
        <>
          <Button onClick={() => answer(true)}>{text('door.confirm.yes')}</Button>
          <Button look="secondary" onClick={() => answer(false)}>
            {text('door.confirm.no')}
          </Button>
        </>
      }
    >
      <p>
        {question?.figures['capacity'] === undefined
          ? text('door.confirm.noLimit')
          : text('door.confirm.seats', { capacity: figure('capacity'), taken: figure('taken') })}{' '}
        {text('door.confirm.present', { present: figure('present') })}{' '}
        {text('door.confirm.needs', { seats: figure('seats') })}
      </p>
      {away ? <p>{text('door.offline.olderFigures')}</p> : null}
      <p>
        <strong>{text('door.confirm.question')}</strong>
      </p>
    </Dialog>
  );
}
