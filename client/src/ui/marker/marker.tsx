import { useId } from 'react';
import { JAM_OUTLINES, MARKER_ICONS, type MarkerIcon } from './icons.js';
import styles from './marker.module.css';

export const JAMS = ['blueberry', 'cloudberry', 'raspberry'] as const;
export type Jam = (typeof JAMS)[number];

const patterns: Record<Jam, string> = {
  blueberry: 'M-1 1 1-1M0 6 6 0M5 7 7 5',
  cloudberry: 'M3 3h.01',
  raspberry: 'M0 3h6M3 0v6',
};
const strokes: Record<Jam, number> = { blueberry: 1.8, cloudberry: 2.6, raspberry: 1.2 };

interface MarkerProps {
  jam: Jam;
  icon: MarkerIcon;
  /** What it stands for; left out where the word stands beside it. */
  label?: string;
  size?: 's' | 'm' | 'l';
}

/** A jar's lid seen from above: the colour, outline and pattern of a jam around a picture. */
export function Marker({ jam, icon, label, size = 'm' }: MarkerProps) {
  const pattern = useId();
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg viewBox="0 0 48 48" className={`${styles.marker} ${styles[jam]} ${styles[size]}`} {...named}>
      <defs>
        <pattern id={pattern} width="6" height="6" patternUnits="userSpaceOnUse">
          <path d={patterns[jam]} className={styles.weave} strokeWidth={strokes[jam]} strokeLinecap="round" />
        </pattern>
      </defs>
      <path d={JAM_OUTLINES[jam]} className={styles.lid} />
      <path d={JAM_OUTLINES[jam]} fill={`url(#${pattern})`} />
      <path d={JAM_OUTLINES[jam]} className={styles.rim} />
      <circle cx="24" cy="24" r="15.5" className={styles.label} />
      <path d={MARKER_ICONS[icon]} transform="translate(13.2 13.2) scale(0.9)" className={styles.picture} />
    </svg>
  );
}
