import type { ReactNode } from 'react';
import styles from './layout.module.css';

interface CardProps {
  /** A heading of the level that the page needs here. */
  heading?: ReactNode;
  /** A jam of its own at the edge; decoration, never the only sign of anything. */
  jam?: 'blueberry' | 'cloudberry' | 'raspberry';
  children: ReactNode;
}

export function Card({ heading, jam, children }: CardProps) {
  return (
    <section className={`${styles.card} ${jam ? styles[jam] : ''}`.trim()}>
      {heading}
      {children}
    </section>
  );
}

/** Things below each other with an even space between them. */
export function Stack({ space = 'm', children }: { space?: 's' | 'm' | 'l'; children: ReactNode }) {
  return <div className={`${styles.stack} ${styles[`space-${space}`]}`}>{children}</div>;
}

/** Cards beside each other, as many as there is room for. */
export function CardGrid({ children }: { children: ReactNode }) {
  return <div className={styles.grid}>{children}</div>;
}
