import type { ReactNode } from 'react';
import styles from './gallery.module.css';

/** One kind of components under its heading. */
export function Sample({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.sample}>
      <h3>{title}</h3>
      {children}
    </div>
  );
}
