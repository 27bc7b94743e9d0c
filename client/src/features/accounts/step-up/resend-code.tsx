import { useEffect, useState } from 'react';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Aside } from '../../../ui/text/text.js';

interface ResendCodeProps {
  /** By this device's clock, in milliseconds. */
  until: number;
  busy: boolean;
  onSend: () => void;
}

/** A new code, or in words how long it takes until there may be one. */
export function ResendCode({ until, busy, onSend }: ResendCodeProps) {
  const text = useText();
  const seconds = useSecondsUntil(until);
  if (seconds > 90)
    return <Aside>{text('stepUp.resendInMinutes', { minutes: Math.ceil(seconds / 60) })}</Aside>;
  if (seconds > 0) return <Aside>{text('stepUp.resendIn', { seconds })}</Aside>;
  return (
    <div>
      <Button look="quiet" busy={busy} onClick={onSend}>
        {text('stepUp.resend')}
      </Button>
    </div>
  );
}

function useSecondsUntil(until: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.round((until - now) / 1000));
}
