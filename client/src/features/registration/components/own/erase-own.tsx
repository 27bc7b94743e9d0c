import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../../../lib/http/request.js';
import { useNavigate } from '../../../../lib/router/router.js';
import { useStepUp } from '../../../../lib/step-up/step-up.js';
import { problemText } from '../../../../lib/texts/problem-text.js';
import { TextsProvider, useText } from '../../../../lib/texts/texts.js';
import { Button } from '../../../../ui/actions/button.js';
import { Dialog } from '../../../../ui/feedback/dialog.js';
import { FormFailure } from '../../../../ui/form/form-failure.js';
import { Stack } from '../../../../ui/layout/card.js';
import styles from './own.module.css';

const CONSEQUENCES = ['now', 'seat', 'others', 'draw', 'files'] as const;

/** Everything gone, after a plain list of what that means, a question, and a mailed code. */
export function EraseOwn(props: { registration: string }) {
  return (
    <TextsProvider bundle="ownData">
      <Erasure {...props} />
    </TextsProvider>
  );
}

function Erasure({ registration }: { registration: string }) {
  const text = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const params = { registration };
  const confirmed = useStepUp({ purpose: 'erasure', as: params });
  const erase = useMutation({
    mutationFn: () => confirmed(() => request('POST /api/me/:registration/erasure', { params })),
    onSuccess: async (done) => {
      setOpen(false);
      if (!done) return;
      const { forgetAll } = await import('../../../../lib/offline/forget.js');
      await forgetAll(`registration:${registration}`);
      // The page first: what it reads is no longer there.
      navigate('/erased', { replace: true });
      client.clear();
    },
  });
  return (
    <Stack>
      <p>{text('ownData.erasure.lead')}</p>
      <ul className={styles.consequences}>
        {CONSEQUENCES.map((name) => (
          <li key={name}>{text(`ownData.erasure.${name}`)}</li>
        ))}
      </ul>
      <div>
        <Button look="danger" onClick={() => setOpen(true)}>
          {text('ownData.erasure.action')}
        </Button>
      </div>
      <Dialog
        open={isOpen}
        title={text('ownData.erasure.title')}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button look="danger" busy={erase.isPending} onClick={() => erase.mutate()}>
              {text('ownData.erasure.confirm')}
            </Button>
            <Button look="secondary" onClick={() => setOpen(false)}>
              {text('ownData.erasure.keep')}
            </Button>
          </>
        }
      >
        <FormFailure words={erase.error === null ? undefined : problemText(text, erase.error)} />
        <p>{text('ownData.erasure.text')}</p>
      </Dialog>
    </Stack>
  );
}
