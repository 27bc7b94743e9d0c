import { Suspense, use, useMemo } from 'react';
import { Spinner } from '../feedback/spinner.js';
import { usePainted } from '../layout/use-painted.js';
import { useWords } from '../text/words.js';
import { QrMatrix } from './qr-matrix.js';
import styles from './data.module.css';

interface QrCodeProps {
  /** What is encoded: upper-case letters and digits make the smallest code. */
  value: string;
  /** What it opens, for who cannot see it. */
  label: string;
}

interface Matrix {
  readonly modules: ArrayLike<number>;
  readonly size: number;
}

async function modulesOf(value: string): Promise<Matrix> {
  const { default: qrcode } = await import('qrcode');
  const { modules } = qrcode.create(value, { errorCorrectionLevel: 'M' });
  return { modules: modules.data, size: modules.size };
}

export function QrCode({ value, label }: QrCodeProps) {
  const words = useWords();
  // The writer of codes is fetched after the page: the code is for others to read.
  const painted = usePainted();
  const matrix = useMemo(() => (painted ? modulesOf(value) : undefined), [painted, value]);
  const waiting = (
    <div className={styles.qr}>
      <Spinner words={words.busy} />
    </div>
  );
  if (!matrix) return waiting;
  return (
    <Suspense fallback={waiting}>
      <Ready matrix={matrix} label={label} />
    </Suspense>
  );
}

function Ready({ matrix, label }: { matrix: Promise<Matrix>; label: string }) {
  return <QrMatrix {...use(matrix)} label={label} />;
}
