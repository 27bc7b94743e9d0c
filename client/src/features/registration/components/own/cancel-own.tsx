import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../../../lib/http/request.js';
import { problemText } from '../../../../lib/texts/problem-text.js';
import { useText } from '../../../../lib/texts/texts.js';
import { Button } from '../../../../ui/actions/button.js';
import { Dialog } from '../../../../ui/feedback/dialog.js';
import { FormFailure } from '../../../../ui/form/form-failure.js';
import { useShowOwnPage } from '../../api.js';

/** "I cannot come": asked once more, because seats go to others at once. */
export function CancelOwn({ registration }: { registration: string }) {
  const text = useText();
  const show = useShowOwnPage();
  const [isOpen, setOpen] = useState(false);
  const cancel = useMutation({
    mutationFn: () => request('POST /api/me/:registration/cancellation', { params: { registration } }),
    onSuccess: (page) => {
      setOpen(false);
      show(page);
    },
  });
  return (
    <>
      <Button wide look="quiet" onClick={() => setOpen(true)}>
        {text('personalPage.cancel.action')}
      </Button>
      <Dialog
        open={isOpen}
        title={text('personalPage.cancel.title')}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button look="danger" busy={cancel.isPending} onClick={() => cancel.mutate()}>
              {text('personalPage.cancel.confirm')}
            </Button>
            <Button look="secondary" onClick={() => setOpen(false)}>
              {text('personalPage.cancel.keep')}
            </Button>
          </>
        }
      >
        <FormFailure words={cancel.error === null ? undefined : problemText(text, cancel.error)} />
        <p>{text('personalPage.cancel.text')}</p>
      </Dialog>
    </>
  );
}
