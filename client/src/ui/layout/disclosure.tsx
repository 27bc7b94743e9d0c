import type { ReactNode } from 'react';
import styles from './layout.module.css';

/** More to read for who wants it; the browser's own. */
export function Disclosure({
  summary,
  open,
  onOpen,
  children,
}: {
  summary: ReactNode;
  open?: boolean;
  onOpen?: () => void;
  children: ReactNode;
}) {
  return (
    <details
      className={styles.disclosure}
      open={open}
      onToggle={({ currentTarget }) => currentTarget.open && onOpen?.()}
    >
      <summary>{summary}</summary>
      <div className={styles.disclosed}>{children}</div>
    </details>
  );
}
