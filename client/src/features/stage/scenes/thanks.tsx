import { useText } from '../../../lib/texts/texts.js';
import { SceneQr, SceneTitle, Split } from './parts.js';
import type { SceneProps } from './registry.js';
import styles from './scenes.module.css';

/** The end: nobody goes home without their contacts. */
export function ThanksScene({ stage: { evening, links } }: SceneProps) {
  const text = useText();
  return (
    <Split aside={<SceneQr title={text('stage.thanks.contacts')} link={links.own} />}>
      <SceneTitle>{text('stage.thanks.title')}</SceneTitle>
      <p className={styles.lead}>{text('stage.thanks.lead')}</p>
      <p className={styles.lead}>{text('stage.thanks.safe', { organiser: evening.organiser })}</p>
    </Split>
  );
}
