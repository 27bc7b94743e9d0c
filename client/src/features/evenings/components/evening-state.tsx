import { useText } from '../../../lib/texts/texts.js';
import type { Evening } from '../api.js';
import styles from './evening-state.module.css';

/** Draft, published, running, closed, cancelled: in words, with a colour beside. */
export function EveningStateMark({ state }: { state: Evening['state'] }) {
  const text = useText();
  return <span className={`${styles.state} ${styles[state]}`}>{text(`evenings.state.${state}`)}</span>;
}
