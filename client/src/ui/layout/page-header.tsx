import type { ReactNode } from 'react';
import styles from './layout.module.css';

interface PageHeaderProps {
  title: string;
  /** A line above the title: where one is. */
  over?: ReactNode;
  children?: ReactNode;
}

/** The page's only h1; navigation moves the focus there. */
export function PageHeader({ title, over, children }: PageHeaderProps) {
  return (
    <header className={styles.pageHeader}>
      {over ? <p className={styles.over}>{over}</p> : null}
      <h1 tabIndex={-1}>{title}</h1>
      {children}
    </header>
  );
}
