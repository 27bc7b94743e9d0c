import { useText } from '../../../lib/texts/texts.js';
import { SceneTitle, useBlockWords } from './parts.js';
import type { SceneProps } from './registry.js';
import styles from './scenes.module.css';

/** So many rows can be read from the back. */
const ROWS = 6;
/** A title of more letters takes two lines. */
const LONG = 48;

/** The evening in order; what goes on now is what the host said, not what the clock says. */
export function ProgrammeScene({ stage: { scene, programme } }: SceneProps) {
  const text = useText();
  const words = useBlockWords();
  const now = 'block' in scene ? programme.findIndex(({ id }) => id === scene.block) : -1;
  const from = Math.max(0, Math.min(now - 1, programme.length - ROWS));
  const rows = programme.slice(from, from + ROWS);
  const isTight = rows.filter((block) => words.title(block).length > LONG).length > 2;
  return (
    <div className={styles.stack}>
      <SceneTitle isSmall>{text('stage.scene.programme')}</SceneTitle>
      {rows.length === 0 ? <p className={styles.lead}>{text('stage.programme.none')}</p> : null}
      <ol className={styles.programme} data-tight={isTight || undefined}>
        {rows.map((block, index) => {
          const isNow = from + index === now;
          return (
            <li key={block.id} aria-current={isNow ? 'step' : undefined} className={styles.part}>
              <span className={styles.time}>{words.time(block)}</span>
              <span className={styles.partTitle}>{words.title(block)}</span>
              {isNow ? <span className={styles.now}>{text('stage.programme.now')}</span> : null}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
