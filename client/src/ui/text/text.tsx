import type { ReactNode } from 'react';
import styles from './text.module.css';

/** The sentence that opens a page. */
export function Lead({ children }: { children: ReactNode }) {
  return <p className={styles.lead}>{children}</p>;
}

/** Said beside the main thing, in a softer colour. */
export function Aside({ children }: { children: ReactNode }) {
  return <p className={styles.aside}>{children}</p>;
}
