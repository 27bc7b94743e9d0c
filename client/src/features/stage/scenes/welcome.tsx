import { useText } from '../../../lib/texts/texts.js';
import { Eyebrow, SceneQr, SceneTitle, Split, useBlockWords } from './parts.js';
import type { SceneProps } from './registry.js';
import styles from './scenes.module.css';

/** Letters of the parts to come that can stand below the name. */
const ROOM = 130;

/** People come in: where they are, what comes first, and how to join with the own phone. */
export function WelcomeScene({ stage: { evening, links, programme } }: SceneProps) {
  const text = useText();
  const words = useBlockWords();
  const ahead = programme.filter(({ kind }) => kind !== 'arrival').slice(0, 2);
  const letters = ahead.map((block) => words.title(block)).join('').length;
  const coming = letters > ROOM ? ahead.slice(0, 1) : ahead;
  return (
    <Split aside={<SceneQr title={text('stage.welcome.join')} link={links.join} />}>
      <Eyebrow>{text('stage.welcome.eyebrow')}</Eyebrow>
      <SceneTitle>{evening.name}</SceneTitle>
      <p className={styles.lead}>{text('stage.welcome.lead')}</p>
      {coming.length > 0 ? (
        <dl className={styles.coming}>
          {coming.map((block) => (
            <div key={block.id}>
              <dt>{words.time(block) || text('stage.welcome.inProgramme')}</dt>
              <dd>{words.title(block)}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </Split>
  );
}
