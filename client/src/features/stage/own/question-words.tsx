import { useText } from '../../../lib/texts/texts.js';
import type { SceneProps } from '../scenes/registry.js';
import { useTold } from '../use-told.js';

/** The question that is answered, and those that wait with their votes. */
export function QuestionWords({ stage: { questions } }: SceneProps) {
  const text = useText();
  const { onStage = null, next = [], waiting = 0, phase = 'collecting' } = questions ?? {};
  useTold(onStage ? `${text('stage.questions.now')}: ${onStage.text}` : undefined);
  return (
    <>
      {onStage ? (
        <>
          <h3>{text('stage.questions.now')}</h3>
          <p>
            <bdi>{onStage.text}</bdi>
          </p>
        </>
      ) : null}
      {next.length === 0 ? (
        <p>{text(phase === 'closed' ? 'stage.questions.over' : 'stage.questions.none')}</p>
      ) : (
        <>
          <h3>{text('stage.questions.next')}</h3>
          <ol>
            {next.map(({ id, text: asked, votes }) => (
              <li key={id}>
                <bdi>{asked}</bdi> ({votes} {text('stage.questions.votes', { count: votes })})
              </li>
            ))}
          </ol>
        </>
      )}
      {waiting > next.length ? <p>{text('stage.questions.more', { count: waiting - next.length })}</p> : null}
    </>
  );
}
