import { useState } from 'react';
import { useProblemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Dialog } from '../../../ui/feedback/dialog.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { type Removed, useRemoval } from '../api.js';

interface DemonstrationNoticeProps {
  organisation: string;
  /** The organisation's evenings, as the list has them. */
  evenings: readonly { readonly isDemonstration: boolean }[];
}

/** Stands on the organiser's first page as long as invented evenings are in the list; one button removes them all. */
export function DemonstrationNotice({ organisation, evenings }: DemonstrationNoticeProps) {
  const text = useText();
  const [asks, setAsks] = useState(false);
  const { remove, isPending, error, removed, refresh } = useRemoval(organisation);
  const problem = useProblemText(error);
  if (!evenings.some(({ isDemonstration }) => isDemonstration)) return null;
  return (
    <>
      <Notice
        title={text('demonstration.title')}
        actions={
          <Button look="secondary" onClick={() => setAsks(true)}>
            {text('demonstration.remove')}
          </Button>
        }
      >
        {text('demonstration.text')}
      </Notice>
      {removed ? (
        <RemovedDialog removed={removed} onClose={() => void refresh()} />
      ) : (
        <Dialog
          open={asks}
          title={text('demonstration.confirm.title')}
          onClose={() => setAsks(false)}
          actions={
            <>
              <Button look="danger" busy={isPending} onClick={remove}>
                {text('demonstration.confirm.yes')}
              </Button>
              <Button look="secondary" onClick={() => setAsks(false)}>
                {text('demonstration.confirm.no')}
              </Button>
            </>
          }
        >
          <p>{text('demonstration.confirm.text')}</p>
          <p>{text('demonstration.confirm.organisation')}</p>
          <FormFailure words={error ? problem : undefined} />
        </Dialog>
      )}
    </>
  );
}

/** Told before the list is read anew: with the organisation this page goes too. */
function RemovedDialog({ removed, onClose }: { removed: Removed; onClose: () => void }) {
  const text = useText();
  return (
    <Dialog open title={text('demonstration.removed.title')} onClose={onClose}>
      <p>{text(removed.organisationStays ? 'demonstration.removed.stays' : 'demonstration.removed.gone')}</p>
    </Dialog>
  );
}
