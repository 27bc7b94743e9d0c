import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

/** Nothing here yet: says what will be here, and the one thing to do. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      <svg viewBox="0 0 80 80" width="5rem" height="5rem" aria-hidden="true">
        <rect x="16" y="10" width="48" height="12" rx="4" fill="var(--line-strong)" />
        <path
          d="M20 26h40v34a10 10 0 0 1-10 10H30a10 10 0 0 1-10-10z"
          fill="none"
          stroke="var(--line-strong)"
          strokeWidth="3"
        />
        <path d="M20 58h40" stroke="var(--raspberry)" strokeWidth="3" strokeDasharray="4 5" />
      </svg>
      <p className={styles.title}>{title}</p>
      {typeof children === 'string' ? <p>{children}</p> : children}
      {action}
    </div>
  );
}
