import { type Side, SIDE_JAMS } from '@hillo/domain/registration';
import { JAM_OUTLINES } from '../../../ui/marker/icons.js';
import styles from './pulse.module.css';

/** The outline that the dots of a side have. */
export function SideShape({ side }: { side: Side | null }) {
  const jam = side === null ? 'blueberry' : SIDE_JAMS[side];
  return (
    <svg viewBox="0 0 48 48" className={styles.shape} data-side={side ?? 'several'} aria-hidden="true">
      <path d={JAM_OUTLINES[jam]} />
    </svg>
  );
}
