import type { CrewRole } from '@hillo/domain/accounts';
import { useEffect, useState } from 'react';
import { type Answer, request } from '../../../lib/http/request.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { QrCode } from '../../../ui/data/qr-code.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { Stack } from '../../../ui/layout/card.js';
import styles from './crew-qr.module.css';

type CrewLink = Answer<'POST /api/evenings/:evening/crew-links'>;

/** Milliseconds until an instant, told every second; never below nothing. */
function useTimeLeft(until: string | undefined): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until === undefined) return;
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [until]);
  return until === undefined ? 0 : Math.max(0, new Date(until).getTime() - now);
}

/** A QR that makes one phone the door, or one tablet the host's, and how long it can be claimed (product rule 13). */
export function CrewQr({ evening, role }: { evening: string; role: CrewRole }) {
  const text = useText();
  const [link, setLink] = useState<CrewLink>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const left = useTimeLeft(link?.expiresAt);
  const show = async () => {
    setBusy(true);
    setFailure(undefined);
    await request('POST /api/evenings/:evening/crew-links', { params: { evening }, body: { role } }).then(
      setLink,
      setFailure,
    );
    setBusy(false);
  };
  const seconds = Math.ceil(left / 1000);
  return (
    <Stack>
      <p>{text(`planning.crew.${role}.text`)}</p>
      <FormFailure words={failure === undefined ? undefined : problemText(text, failure)} />
      {link && left > 0 ? (
        <div className={styles.shown}>
          <QrCode value={link.url} label={text(`planning.crew.${role}.qr`)} />
          <p>{text('planning.crew.once')}</p>
          <p role="timer">
            {text('planning.crew.left', {
              minutes: Math.floor(seconds / 60),
              seconds: String(seconds % 60).padStart(2, '0'),
            })}
          </p>
        </div>
      ) : null}
      {link && left === 0 ? <p>{text('planning.crew.expired')}</p> : null}
      <div>
        <Button look="secondary" busy={busy} onClick={() => void show()}>
          {text(link ? 'planning.crew.another' : `planning.crew.${role}.show`)}
        </Button>
      </div>
    </Stack>
  );
}
