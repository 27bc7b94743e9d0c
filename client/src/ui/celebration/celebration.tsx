import type { CSSProperties } from 'react';
import { JAMS } from '../marker/marker.js';
import styles from './celebration.module.css';

const PIECES = 36;

/** A number between 0 and 1 that looks like chance and is the same each time. */
function scattered(index: number, turn: number): number {
  const wave = Math.sin(index * 12.9898 + turn * 78.233) * 43_758.5453;
  return wave - Math.floor(wave);
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
