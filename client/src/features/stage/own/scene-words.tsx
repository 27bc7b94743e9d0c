import type { ComponentType } from 'react';
import type { SceneKind } from '@hillo/domain/stage';
import { useText } from '../../../lib/texts/texts.js';
import { useBlockWords } from '../scenes/parts.js';
import type { SceneProps } from '../scenes/registry.js';
import { DrawWords } from './draw-words.js';
import { QuestionWords } from './question-words.js';
import { RoomWords } from './room-words.js';

const WORDS: Readonly<Record<SceneKind, ComponentType<SceneProps>>> = {
  welcome: WelcomeWords,
  programme: ProgrammeWords,
  pulse: RoomWords,
  talk: TalkWords,
  questions: QuestionWords,
  seating: SeatingWords,
  draw: DrawWords,
  thanks: ThanksWords,
};

/** The same as on the big screen, as headings and lists. */
export function SceneWords(props: SceneProps) {
  const Words = WORDS[props.stage.scene.scene];
  return <Words {...props} />;
}

function WelcomeWords({ stage }: SceneProps) {
  const text = useText();
  const { name, organiser, venue } = stage.evening;
  return (
    <>
      <p>{[name, venue, organiser].filter(Boolean).join(' · ')}</p>
      <p>{text('stage.welcome.lead')}</p>
      <Programme stage={stage} />
    </>
  );
}

function ProgrammeWords({ stage }: SceneProps) {
  const text = useText();
  return stage.programme.length === 0 ? <p>{text('stage.programme.none')}</p> : <Programme stage={stage} />;
}

function Programme({ stage: { programme, scene } }: Pick<SceneProps, 'stage'>) {
  const text = useText();
  const words = useBlockWords();
  const now = 'block' in scene ? scene.block : null;
  return (
    <ol>
      {programme.map((block) => (
        <li key={block.id} aria-current={block.id === now ? 'step' : undefined}>
          {[words.time(block), words.title(block)].filter(Boolean).join(' ')}
          {block.id === now ? <strong> ({text('stage.programme.now')})</strong> : null}
        </li>
      ))}
    </ol>
  );
}

function TalkWords({ stage: { programme, scene } }: SceneProps) {
  const text = useText();
  const words = useBlockWords();
  const talk = programme.find(({ id }) => 'block' in scene && id === scene.block);
  return (
    <>
      {talk ? <h3>{words.title(talk)}</h3> : null}
      <p>{text('stage.talk.lead')}</p>
    </>
  );
}

function SeatingWords({ stage: { seating } }: SceneProps) {
  const text = useText();
  return (
    <>
      <h3>{text('stage.seating.title', { round: seating?.round ?? 1 })}</h3>
      <p>{text('stage.seating.lead')}</p>
      <ul>
        {(seating?.tables ?? []).map(({ name, people }, index) => (
          // Two tables may have one name; their order is the hall's.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${index} ${name}`}>
            {name}: {text('stage.seating.people', { count: people })}
          </li>
        ))}
      </ul>
    </>
  );
}

function ThanksWords({ stage }: SceneProps) {
  const text = useText();
  return (
    <>
      <h3>{text('stage.thanks.title')}</h3>
      <p>{text('stage.thanks.lead')}</p>
      <p>{text('stage.thanks.safe', { organiser: stage.evening.organiser })}</p>
    </>
  );
}
