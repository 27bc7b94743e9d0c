import { useState } from 'react';
import { useNavigate } from '../../../lib/router/router.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Dialog } from '../../../ui/feedback/dialog.js';
import { useRemoval } from '../api.js';
import { FailureNotice } from './failure-notice.js';

/** Either of the two may remove a meeting (product rule 3); asked once more, for it cannot be undone alone. */
export function Removal({ registration, encounter }: { registration: string; encounter: string }) {
  const text = useText();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const removal = useRemoval(registration, encounter, () => navigate(`/me/${registration}/met`));
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        {text('encounters.remove.open')}
      </Button>
      <Dialog
        open={open}
        title={text('encounters.remove.title')}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button look="danger" busy={removal.isPending} onClick={() => removal.mutate()}>
              {text('encounters.remove.yes')}
            </Button>
            <Button look="secondary" onClick={() => setOpen(false)}>
              {text('encounters.remove.no')}
            </Button>
          </>
        }
      >
        <p>{text('encounters.remove.text')}</p>
        <FailureNotice error={removal.error} />
      </Dialog>
    </>
  );
}
