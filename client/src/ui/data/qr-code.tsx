import { Suspense, use, useMemo } from 'react';
import { Spinner } from '../feedback/spinner.js';
import { useWords } from '../text/words.js';
import { QrMatrix } from './qr-matrix.js';
import styles from './data.module.css';

interface QrCodeProps {
  /** What is encoded: upper-case letters and digits make the smallest code. */
  value: string;
  /** What it opens, for who cannot see it. */
  label: string;
}

async function modulesOf(value: string) {
  const { default: qrcode } = await import('qrcode');
  const { modules } = qrcode.create(value, { errorCorrectionLevel: 'M' });
  return { modules: modules.data, size: modules.size };
}

export function QrCode(props: QrCodeProps) {
  const words = useWords();
  const matrix = useMemo(() => modulesOf(props.value), [props.value]);
  return (
    <Suspense
      fallback={
        <div className={styles.qr}>
          <Spinner words={words.busy} />
        </div>
      }
    >
      <Ready matrix={matrix} label={props.label} />
    </Suspense>
  );
}

function Ready({ matrix, label }: { matrix: ReturnType<typeof modulesOf>; label: string }) {
  return <QrMatrix {...use(matrix)} label={label} />;
}
