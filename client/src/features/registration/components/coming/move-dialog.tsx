import { REGISTRATION_LIMITS } from '@hillo/domain/registration';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { request } from '../../../../lib/http/request.js';
import { problemText } from '../../../../lib/texts/problem-text.js';
import { useText } from '../../../../lib/texts/texts.js';
import { Button } from '../../../../ui/actions/button.js';
import { Dialog } from '../../../../ui/feedback/dialog.js';
import { FormFailure } from '../../../../ui/form/form-failure.js';
import { TextField } from '../../../../ui/form/text-field.js';
import type { ComingPerson, Move } from '../../coming-api.js';

interface MoveDialogProps {
  evening: string;
  person: ComingPerson;
  move: Move;
  onClose: () => void;
  onMoved: () => void;
}

/** Says what a move does before it is done, and takes why. */
export function MoveDialog({ evening, person, move, onClose, onMoved }: MoveDialogProps) {
  const text = useText();
  const id = useId();
  const [reason, setReason] = useState('');
  const doing = useMutation({
    mutationFn: () =>
      request('POST /api/evenings/:evening/registrations/:registration/moves', {
        params: { evening, registration: person.id },
        body: { move, reason },
      }),
    onSuccess: onMoved,
  });
  return (
    <Dialog
      open
      title={`${text(`coming.move.${move}`)}: ${person.firstName} ${person.lastName}`.trim()}
      onClose={onClose}
      actions={
        <>
          <Button
            look={move === 'cancel' ? 'danger' : 'primary'}
            busy={doing.isPending}
            onClick={() => doing.mutate()}
          >
            {text('coming.move.confirm')}
          </Button>
          <Button look="secondary" onClick={onClose}>
            {text('coming.move.keep')}
          </Button>
        </>
      }
    >
      <FormFailure words={doing.error === null ? undefined : problemText(text, doing.error)} />
      <p>{text(`coming.move.text.${move}`)}</p>
      <TextField
        id={id}
        label={text('coming.move.reason')}
        hint={move === 'promote' ? text('coming.move.reasonHint') : undefined}
        maxLength={REGISTRATION_LIMITS.reason}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
    </Dialog>
  );
}
