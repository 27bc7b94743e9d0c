import { useText } from '../../../lib/texts/texts.js';
import { Eyebrow, SceneQr, SceneTitle, Split } from './parts.js';
import type { SceneProps } from './registry.js';
import styles from './scenes.module.css';

/** The bingo is on: what to do, and the way to the own card. */
export function PulseScene({ stage: { links } }: SceneProps) {
  const text = useText();
  return (
    <Split aside={<SceneQr title={text('stage.pulse.card')} link={links.own} />}>
      <Eyebrow>{text('stage.scene.pulse')}</Eyebrow>
      <SceneTitle>{text('stage.pulse.title')}</SceneTitle>
      <p className={styles.lead}>{text('stage.pulse.lead')}</p>
    </Split>
  );
}
