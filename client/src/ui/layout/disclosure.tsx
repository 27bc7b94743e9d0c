import type { ReactNode } from 'react';
import styles from './layout.module.css';

/** More to read for who wants it; the browser's own. */
export function Disclosure({
  summary,
  open,
  children,
}: {
  summary: ReactNode;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details className={styles.disclosure} open={open}>
      <summary>{summary}</summary>
      <div className={styles.disclosed}>{children}</div>
    </details>
  );
}
