import type { DrawState } from '@hillo/domain/draw';
import { useText } from '../../../../lib/texts/texts.js';
import styles from './desk.module.css';

const STEPS = ['prizes', 'committed', 'frozen', 'seeded', 'done'] as const;

/** Where the draw is among its steps. */
export function StepList({ state }: { state: DrawState | undefined }) {
  const text = useText();
  const current = state === undefined || state === 'void' ? 'prizes' : state;
  const at = STEPS.indexOf(current);
  return (
    <ol className={styles.steps} aria-label={text('drawDesk.steps.title')}>
      {STEPS.map((step, place) => (
        <li
          key={step}
          className={place < at ? styles.past : place === at ? styles.now : styles.next}
          aria-current={place === at ? 'step' : undefined}
        >
          {text(`drawDesk.steps.${step}`)}
        </li>
      ))}
    </ol>
  );
}
