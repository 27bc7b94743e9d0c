import { useState } from 'react';
import { useDates, useText } from '../../../../lib/texts/texts.js';
import type { StageQuestion } from '../../api.js';
import { fitOf, rowsThatFit } from '../fit.js';
import { Eyebrow, SceneQr, SceneTitle, Split } from '../parts.js';
import type { SceneProps } from '../registry.js';
import { useSlide } from './use-slide.js';
import scene from '../scenes.module.css';
import styles from './questions.module.css';

/** What is asked: the one that the panel answers large, the next below by votes; they change places quietly. */
export function QuestionsScene({ stage, isLive, isStill }: SceneProps) {
  const text = useText();
  const [stopped, setStopped] = useState(stage.questions);
  if (!isStill && stopped !== stage.questions) setStopped(stage.questions);
  const questions = isStill ? stopped : stage.questions;
  const { onStage = null, next = [], waiting = 0, phase = 'collecting' } = questions ?? {};
  const fitting = rowsThatFit(
    next.map((question) => question.text),
    onStage?.text,
  );
  const shown = next.slice(0, fitting);
  return (
    <Split
      aside={
        <SceneQr
          title={text(phase === 'closed' ? 'stage.questions.vote' : 'stage.questions.ask')}
          link={stage.links.own}
        />
      }
    >
      {onStage ? (
        <article className={styles.onStage}>
          <Eyebrow>{text('stage.questions.now')}</Eyebrow>
          <p className={styles.question} data-fit={fitOf(onStage.text)}>
            {onStage.text}
          </p>
          <Asker question={onStage} />
        </article>
      ) : (
        <SceneTitle isSmall={shown.length > 0}>{text('stage.scene.questions')}</SceneTitle>
      )}
      {shown.length === 0 && !onStage ? (
        <p className={scene.lead}>
          {text(phase === 'closed' ? 'stage.questions.over' : 'stage.questions.none')}
        </p>
      ) : null}
      {waiting > 0 && (onStage || waiting > shown.length) ? (
        <p className={styles.under}>
          <span>{onStage && shown.length > 0 ? text('stage.questions.next') : ''}</span>
          <span>
            {waiting > shown.length ? text('stage.questions.more', { count: waiting - shown.length }) : ''}
          </span>
        </p>
      ) : null}
      <List questions={shown} isSmall={onStage !== null} isLive={isLive} isStill={isStill} />
    </Split>
  );
}

interface ListProps {
  questions: readonly StageQuestion[];
  isSmall: boolean;
  isLive: boolean;
  isStill: boolean;
}

function List({ questions, isSmall, isLive, isStill }: ListProps) {
  const text = useText();
  const dates = useDates();
  const slide = useSlide(isStill);
  return (
    <ol className={styles.questions} data-small={isSmall || undefined}>
      {questions.map(({ id, text: asked, votes }) => (
        <li key={id} ref={slide(id)}>
          <span className={styles.asked}>{asked}</span>
          <span className={styles.votes} data-old={!isLive || undefined}>
            <b>{dates.number(votes)}</b> {text('stage.questions.votes', { count: votes })}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Asker({ question: { asker, speaker } }: { question: StageQuestion }) {
  const text = useText();
  const from = asker ? [asker.firstName, asker.affiliation].filter(Boolean).join(', ') : '';
  if (!from && !speaker) return null;
  return (
    <p className={scene.lead}>
      {from}
      {from && speaker ? ' · ' : ''}
      {speaker ? text('stage.questions.to', { speaker }) : ''}
    </p>
  );
}
