import { useId } from 'react';
import styles from './waiting.module.css';

interface ProgressBarProps {
  label: string;
  value: number;
  max: number;
  /** How far it is, in words: “34 / 85 inside”. */
  words: string;
}

export function ProgressBar({ label, value, max, words }: ProgressBarProps) {
  const labelId = useId();
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div className={styles.progress}>
      <div className={styles.progressWords}>
        <span id={labelId}>{label}</span>
        <span aria-hidden="true">{words}</span>
      </div>
      <div
        role="progressbar"
        aria-labelledby={labelId}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={words}
        className={styles.track}
      >
        <div className={styles.filled} style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  );
}
