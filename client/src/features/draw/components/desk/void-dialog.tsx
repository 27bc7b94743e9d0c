import { VOID_REASONS, VOID_WORDS_MAX } from '@hillo/domain/draw';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from '../../../../lib/form/use-form.js';
import { problemText } from '../../../../lib/texts/problem-text.js';
import { useText } from '../../../../lib/texts/texts.js';
import { Button } from '../../../../ui/actions/button.js';
import { Dialog } from '../../../../ui/feedback/dialog.js';
import { ErrorSummary } from '../../../../ui/form/error-summary.js';
import { FormFailure } from '../../../../ui/form/form-failure.js';
import { Select } from '../../../../ui/form/select.js';
import { TextArea } from '../../../../ui/form/text-area.js';
import { Stack } from '../../../../ui/layout/card.js';
import { type DrawDesk, deskQuery, type VoidReason, voidDraw } from '../../api.js';

/** Calls the open draw off; everybody sees why. */
export function VoidDraw({ evening, draw }: { evening: string; draw: string }) {
  const text = useText();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const form = useForm<{ reason: VoidReason; words: string }, DrawDesk>({
    saved: { reason: 'technical-fault', words: '' },
    fields: { '#/words': 'void-words', '#/reason': 'void-reason' },
    check: ({ reason, words }): Record<string, string> =>
      reason === 'other' && words.trim() === '' ? { 'void-words': text('drawDesk.void.wordsMissing') } : {},
    send: (cause) => voidDraw(evening, draw, cause),
    onSaved: (desk) => client.setQueryData(deskQuery(evening).queryKey, desk),
  });
  return (
    <div>
      <Button look="quiet" onClick={() => setOpen(true)}>
        {text('drawDesk.void.action')}
      </Button>
      <Dialog
        open={open}
        title={text('drawDesk.void.title')}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button look="danger" busy={form.state === 'sending'} onClick={() => void form.submit()}>
              {text('drawDesk.void.confirm')}
            </Button>
            <Button look="quiet" onClick={() => setOpen(false)}>
              {text('ui.close')}
            </Button>
          </>
        }
      >
        <Stack>
          <ErrorSummary faults={form.faults} attempt={form.attempt} />
          <FormFailure words={form.failure === undefined ? undefined : problemText(text, form.failure)} />
          <p>{text('drawDesk.void.text')}</p>
          <Select
            id="void-reason"
            label={text('drawDesk.void.reason')}
            required
            marked={false}
            empty={false}
            value={form.written.reason}
            options={VOID_REASONS.map((value) => ({ value, label: text(`draw.voidReason.${value}`) }))}
            onChange={({ target }) => {
              const reason = VOID_REASONS.find((each) => each === target.value);
              if (reason) form.write({ reason });
            }}
          />
          <TextArea
            id="void-words"
            label={text('drawDesk.void.words')}
            hint={text('drawDesk.void.wordsHint')}
            required={form.written.reason === 'other'}
            limit={VOID_WORDS_MAX}
            rows={3}
            error={form.errors['void-words']}
            value={form.written.words}
            onChange={({ target }) => form.write({ words: target.value })}
          />
        </Stack>
      </Dialog>
    </div>
  );
}
