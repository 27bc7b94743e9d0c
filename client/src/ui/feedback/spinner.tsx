import { VisuallyHidden } from '../text/visually-hidden.js';
import styles from './waiting.module.css';

/** Waiting, in words; the turning ring is only decoration. */
export function Spinner({ words, hideWords = false }: { words: string; hideWords?: boolean }) {
  return (
    <output className={styles.spinner}>
      <span className={styles.ring} aria-hidden="true" />
      {hideWords ? <VisuallyHidden>{words}</VisuallyHidden> : <span>{words}</span>}
    </output>
  );
}
