import type { CSSProperties } from 'react';
import { JAMS } from '../marker/marker.js';
import styles from './celebration.module.css';

const PIECES = 36;

/** A number between 0 and 1 that looks like chance and is the same each time (golden ratio steps). */
function scattered(index: number, turn: number): number {
  return (index * 0.618_033_988_7 + turn * 0.274_1) % 1;
}

/**
 * Berries that rise once from below and fall: a moment of joy, nothing to read. With reduced motion they lie still.
 * Stands in a box with `position: relative`; show it anew (another `key`) to play it again.
 */
export function Celebration() {
  return (
    <div className={styles.sky} aria-hidden="true" data-print="no">
      {Array.from({ length: PIECES }, (_, index) => (
        <span
          key={index}
          className={`${styles.berry} ${styles[JAMS[index % JAMS.length] ?? 'blueberry']}`}
          style={
            {
              '--x': `${scattered(index, 1) * 100}%`,
              '--drift': `${(scattered(index, 2) - 0.5) * 9}rem`,
              '--height': `${6 + scattered(index, 3) * 14}rem`,
              '--size': `${0.6 + scattered(index, 4) * 0.9}rem`,
              '--delay': `${scattered(index, 5) * 350}ms`,
            } as CSSProperties
          }
        />
      ))}
    </div>
  );
}
