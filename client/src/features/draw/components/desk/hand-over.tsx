import { WITH_WHOM_MAX } from '@hillo/domain/draw';
import { dates } from '@hillo/i18n';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from '../../../../lib/form/use-form.js';
import { problemText } from '../../../../lib/texts/problem-text.js';
import { useLanguage, useText } from '../../../../lib/texts/texts.js';
import { Button } from '../../../../ui/actions/button.js';
import { Dialog } from '../../../../ui/feedback/dialog.js';
import { ErrorSummary } from '../../../../ui/form/error-summary.js';
import { FormFailure } from '../../../../ui/form/form-failure.js';
import { TextField } from '../../../../ui/form/text-field.js';
import { Stack } from '../../../../ui/layout/card.js';
import { type DeskDraw, type DrawDesk, deskQuery, handOver, takeBack } from '../../api.js';
import styles from './desk.module.css';
import { useStep } from './use-step.js';

interface HandOverProps {
  evening: DrawDesk['evening'];
  draw: string;
  ticket: string;
  /** To name the buttons by, where several stand on the page. */
  name: string;
}

/** Records that the winner got the prize, and with whom it will be used if the winner tells (S67). */
export function HandOver({ evening, draw, ticket, name }: HandOverProps) {
  const text = useText();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const field = `with-whom-${ticket}`;
  const form = useForm<{ withWhom: string }, DrawDesk>({
    saved: { withWhom: '' },
    fields: { '#/withWhom': field },
    send: ({ withWhom }) => handOver(evening.id, draw, ticket, withWhom),
    onSaved: (desk) => client.setQueryData(deskQuery(evening.id).queryKey, desk),
  });
  return (
    <>
      <Button aria-label={text('drawDesk.handOver.named', { name })} onClick={() => setOpen(true)}>
        {text('drawDesk.handOver.action')}
      </Button>
      <Dialog
        open={open}
        title={text('drawDesk.handOver.title')}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button busy={form.state === 'sending'} onClick={() => void form.submit()}>
              {text('drawDesk.handOver.confirm')}
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
          <p>{text('drawDesk.handOver.text', { name })}</p>
          <TextField
            id={field}
            label={text('drawDesk.handOver.withWhom')}
            hint={text('drawDesk.handOver.withWhomHint')}
            maxLength={WITH_WHOM_MAX}
            autoComplete="off"
            error={form.errors[field]}
            value={form.written.withWhom}
            onChange={({ target }) => form.write({ withWhom: target.value })}
          />
        </Stack>
      </Dialog>
    </>
  );
}

interface HandedOverProps extends HandOverProps {
  record: NonNullable<DeskDraw['winners'][number]['handedOver']>;
}

/** When the prize was handed over and who recorded it, with a way back. */
export function HandedOver({ evening, draw, ticket, name, record }: HandedOverProps) {
  const text = useText();
  const time = dates(useLanguage().locale, evening.timeZone).write(record.at, 'time');
  const { busy, failure, take } = useStep(evening.id);
  return (
    <Stack space="s">
      <FormFailure words={failure === undefined ? undefined : problemText(text, failure)} />
      <p className={styles.handedOver}>
        <span aria-hidden="true">✓ </span>
        {record.by === null
          ? text('drawDesk.handOver.done', { time })
          : text('drawDesk.handOver.doneBy', { time, name: record.by })}
      </p>
      {record.withWhom === '' ? null : (
        <p>{text('drawDesk.handOver.withWhomLine', { withWhom: record.withWhom })}</p>
      )}
      <div>
        <Button
          look="quiet"
          busy={busy}
          aria-label={text('drawDesk.handOver.undoNamed', { name })}
          onClick={() => void take(() => takeBack(evening.id, draw, ticket))}
        >
          {text('drawDesk.handOver.undo')}
        </Button>
      </div>
    </Stack>
  );
}
