import { VisuallyHidden } from '../text/visually-hidden.js';
import styles from './data.module.css';

/** "123456" as "123 456": in threes, as it is said aloud. */
export function formatCode(digits: string): string {
  return digits.replace(/(\d{3})(?=\d)/g, '$1 ');
}

/** Digit by digit, with a pause after each three, so that no voice makes a number of it. */
function aloud(digits: string): string {
  return formatCode(digits)
    .split(' ')
    .map((three) => [...three].join(' '))
    .join(', ');
}

/** A spoken code, big; screen readers say it digit by digit. */
export function CodeDisplay({ code, label }: { code: string; label: string }) {
  return (
    <p className={styles.code}>
      <span className={styles.codeLabel}>{label}</span>
      <VisuallyHidden>{aloud(code)}</VisuallyHidden>
      <span className={styles.digits} aria-hidden="true">
        {formatCode(code)}
      </span>
    </p>
  );
}
