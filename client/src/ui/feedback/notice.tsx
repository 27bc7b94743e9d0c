import type { ReactNode } from 'react';
import { SignIcon, type Sign } from './sign-icon.js';
import styles from './notice.module.css';

interface NoticeProps {
  kind?: Sign;
  title?: string;
  /** Read out when it appears: errors at once, the rest when there is a pause. Off for what was there from the start. */
  announce?: boolean;
  actions?: ReactNode;
  children?: ReactNode;
}

/** Something to know, with its colour, its sign and its words. */
export function Notice({ kind = 'info', title, announce = false, actions, children }: NoticeProps) {
  const role = announce ? (kind === 'error' ? 'alert' : 'status') : undefined;
  return (
    <div role={role} className={`${styles.notice} ${styles[kind]}`}>
      <SignIcon sign={kind} />
      <div className={styles.words}>
        {title ? <p className={styles.title}>{title}</p> : null}
        {typeof children === 'string' ? <p>{children}</p> : children}
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </div>
    </div>
  );
}
