import { badgeTokenOf, digitsIn } from '@hillo/domain/door';
import { type FormEvent, useState } from 'react';
import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { useScanner } from '../../../lib/scanner/use-scanner.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { CameraFrame } from '../../../ui/code/camera-frame.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { CodeInput } from '../../../ui/form/code-input.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { FailureNotice } from '../components/failure-notice.js';
import { useScan } from '../use-scan.js';
import styles from './scan-screen.module.css';

/** Scan a badge in the page, or type its code. Without a secure page or a camera the code is what works, in words. */
export function ScanScreen() {
  const text = useText();
  const { registration = '' } = useParams();
  const [code, setCode] = useState('');
  const [isOther, setIsOther] = useState(false);
  const scan = useScan(registration);
  usePage(text('bingo.scan.title'));
  const { video, state, retry } = useScanner((scanned) => {
    const token = badgeTokenOf(scanned);
    setIsOther(token === undefined);
    if (token !== undefined) scan.send({ by: 'badge', token });
  });
  const works = state === 'opening' || state === 'reading';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    scan.send({ by: 'code', code });
  };
  return (
    <div className={styles.screen}>
      <PageHeader title={text('bingo.scan.title')} />
      <FailureNotice error={scan.error} />
      {isOther ? (
        <Notice kind="warning" announce>
          {text('bingo.scan.notBadge')}
        </Notice>
      ) : null}
      <CameraFrame
        video={video}
        label={text('ui.camera.label')}
        waiting={state === 'opening' ? text('ui.camera.opening') : undefined}
        notice={
          works ? undefined : (
            <Notice
              kind={state === 'insecure' ? 'info' : 'warning'}
              title={text(`ui.camera.${state}Title`)}
              actions={
                state === 'insecure' ? undefined : (
                  <Button look="secondary" onClick={retry}>
                    {text('ui.camera.retry')}
                  </Button>
                )
              }
            >
              {text(state === 'insecure' ? 'bingo.scan.ownCamera' : `ui.camera.${state}`)}
            </Notice>
          )
        }
      />
      {works ? <p className={styles.hint}>{text('bingo.scan.lead')}</p> : null}
      <form noValidate className={styles.code} onSubmit={submit}>
        <CodeInput
          read={digitsIn}
          label={text('bingo.scan.orCode')}
          hint={text('bingo.scan.codeHint')}
          marked={false}
          value={code}
          onChange={(digits) => {
            setCode(digits);
            scan.forget();
          }}
          onComplete={(digits) => scan.send({ by: 'code', code: digits })}
        />
        <Button type="submit" wide look={works ? 'secondary' : 'primary'} busy={scan.isPending}>
          {text('bingo.scan.submit')}
        </Button>
      </form>
      <LinkButton look="quiet" href={`/me/${registration}`}>
        {text('bingo.scan.back')}
      </LinkButton>
    </div>
  );
}
