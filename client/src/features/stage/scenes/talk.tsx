import { useText } from '../../../lib/texts/texts.js';
import { Eyebrow, SceneQr, SceneTitle, Split, useBlockWords } from './parts.js';
import type { SceneProps } from './registry.js';
import styles from './scenes.module.css';

/** Somebody speaks: who and what about, and where to send a question meanwhile (S76). */
export function TalkScene({ stage: { scene, programme, links, evening } }: SceneProps) {
  const text = useText();
  const words = useBlockWords();
  const block = programme.find(({ id }) => 'block' in scene && id === scene.block);
  return (
    <Split aside={<SceneQr title={text('stage.talk.ask')} link={links.own} />}>
      <Eyebrow>{text('evenings.programme.talk')}</Eyebrow>
      <SceneTitle>{block ? words.title(block) : evening.name}</SceneTitle>
      {block && words.time(block) ? <p className={styles.lead}>{words.time(block)}</p> : null}
      <p className={styles.lead}>{text('stage.talk.lead')}</p>
    </Split>
  );
}
