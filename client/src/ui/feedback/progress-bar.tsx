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
  const id = useId();
  return (
    <div className={styles.progress}>
      <div className={styles.progressWords}>
        <label htmlFor={id}>{label}</label>
        <span aria-hidden="true">{words}</span>
      </div>
      <progress id={id} className={styles.track} value={value} max={max} aria-valuetext={words} />
    </div>
  );
}
