import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { Stack } from '../../../ui/layout/card.js';
import { Aside } from '../../../ui/text/text.js';
import { type OwnDrawPage, setOptIn } from '../api.js';
import styles from './draw.module.css';

/** In or out, and why; the own ticket once there is a list. */
export function OwnEntry({ page }: { page: OwnDrawPage }) {
  const text = useText();
  const { draw, obstacles } = page;
  const isListed = draw !== null && draw.list !== null && draw.state !== 'void';
  if (isListed && draw.ownTicket !== null)
    return (
      <Notice kind="success" title={text('draw.you.inFrozen')}>
        <p className={styles.ticketLabel}>{text('draw.you.ticket')}</p>
        <p className={styles.ticket}>{draw.ownTicket}</p>
        <Aside>{text('draw.you.ticketHint')}</Aside>
      </Notice>
    );
  if (!isListed && obstacles.length === 0) return <Notice kind="success" title={text('draw.you.in')} />;
  return (
    <Notice kind="info" title={text(isListed ? 'draw.you.outFrozen' : 'draw.you.out')}>
      <ul className={styles.reasons}>
        {obstacles.map((obstacle) => (
          <li key={obstacle}>{text(`draw.why.${obstacle}`)}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** Join the draw or leave it, until its list is frozen. */
export function OptInButton({ registration, page }: { registration: string; page: OwnDrawPage }) {
  const text = useText();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const { draw, optedIn, obstacles } = page;
  const open = draw === null || draw.list === null || draw.state === 'void';
  if (!open || obstacles.includes('works-here') || obstacles.includes('does-not-play')) return null;
  const press = async () => {
    setBusy(true);
    setFailure(undefined);
    await setOptIn(client, registration, !optedIn).catch(setFailure);
    setBusy(false);
  };
  return (
    <Stack space="s">
      <FormFailure words={failure === undefined ? undefined : problemText(text, failure)} />
      <div>
        <Button look={optedIn ? 'quiet' : 'primary'} busy={busy} onClick={() => void press()}>
          {text(optedIn ? 'draw.optOut' : 'draw.optIn')}
        </Button>
      </div>
    </Stack>
  );
}
