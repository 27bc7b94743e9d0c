import { useEffect, useState } from 'react';
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
  const [written, setWritten] = useState<{ readonly value: string; readonly matrix: Matrix }>();
  // Not by Suspense, which would hold the code back for 300 ms: somebody stands at the door with it.
  useEffect(() => {
    if (!painted) return;
    let wanted = true;
    modulesOf(value).then(
      (matrix) => wanted && setWritten({ value, matrix }),
      (error: unknown) => wanted && setWritten(() => thrown(error)),
    );
    return () => {
      wanted = false;
    };
  }, [painted, value]);
  if (written?.value === value) return <QrMatrix {...written.matrix} label={label} />;
  return (
    <div className={styles.qr}>
      <Spinner words={words.busy} />
    </div>
  );
}

/** Thrown while drawing, where an error boundary meets it. */
function thrown(error: unknown): never {
  throw error;
}
