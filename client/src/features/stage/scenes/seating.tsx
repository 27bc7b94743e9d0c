import type { CSSProperties } from 'react';
import { useText } from '../../../lib/texts/texts.js';
import { SceneQr, SceneTitle, Split } from './parts.js';
import type { SceneProps } from './registry.js';
import styles from './scenes.module.css';

/** More cannot be read from the back: then the phone alone says it. */
const MOST = 40;

/** A round begins: which tables there are and how many sit at each; whose table is where, the own phone says. */
export function SeatingScene({ stage: { seating, links } }: SceneProps) {
  const text = useText();
  const tables = seating?.tables ?? [];
  const shown = tables.length <= MOST ? tables : [];
  const columns = Math.min(8, Math.max(2, Math.ceil(Math.sqrt(shown.length * 1.2))));
  return (
    <Split aside={<SceneQr title={text('stage.seating.own')} link={links.own} />}>
      <SceneTitle isSmall>{text('stage.seating.title', { round: seating?.round ?? 1 })}</SceneTitle>
      <p className={styles.lead}>{text('stage.seating.lead')}</p>
      <ul
        className={styles.tables}
        data-dense={shown.length > 12 || undefined}
        style={{ '--columns': columns } as CSSProperties}
      >
        {shown.map(({ name, people }, index) => (
          // Two tables may have one name; their order is the hall's.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${index} ${name}`}>
            <span className={styles.tableName}>{name}</span>
            <span>{text('stage.seating.people', { count: people })}</span>
          </li>
        ))}
      </ul>
    </Split>
  );
}
