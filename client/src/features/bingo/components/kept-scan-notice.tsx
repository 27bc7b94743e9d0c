import { useState } from 'react';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { forgetScan, keptScan } from '../kept-scan.js';
import { useScan } from '../use-scan.js';
import { FailureNotice } from './failure-notice.js';

/** A badge was scanned before the own page was open on this phone: go on with it, after a click (product rule 14). */
export function KeptScanNotice({ registration }: { registration: string }) {
  const text = useText();
  const [token, setToken] = useState(() => keptScan(Date.now()));
  const scan = useScan(registration);
  const forget = () => {
    forgetScan();
    setToken(undefined);
  };
  if (token === undefined) return null;
  const go = () => {
    forgetScan();
    scan.send({ by: 'badge', token });
  };
  return (
    <>
      <Notice
        title={text('bingo.kept.title')}
        actions={
          <>
            <Button busy={scan.isPending} onClick={go}>
              {text('bingo.kept.go')}
            </Button>
            <Button look="quiet" onClick={forget}>
              {text('bingo.kept.forget')}
            </Button>
          </>
        }
      />
      <FailureNotice error={scan.error} />
    </>
  );
}
