import { useText } from '../../../lib/texts/texts.js';
import { Eyebrow, SceneQr, SceneTitle, Split } from './parts.js';
import type { SceneProps } from './registry.js';
import styles from './scenes.module.css';

/** The draw is on: whose rows are in, and where to see the own ticket. */
export function DrawScene({ stage: { links } }: SceneProps) {
  const text = useText();
  return (
    <Split aside={<SceneQr title={text('stage.draw.ticket')} link={links.own} />}>
      <Eyebrow>{text('stage.scene.draw')}</Eyebrow>
      <SceneTitle>{text('stage.draw.title')}</SceneTitle>
      <p className={styles.lead}>{text('stage.draw.lead')}</p>
    </Split>
  );
}
