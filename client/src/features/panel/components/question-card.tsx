import type { ReactNode } from 'react';
import { useText } from '../../../lib/texts/texts.js';
import { Aside } from '../../../ui/text/text.js';
import type { ShownQuestion } from '../list-changes.js';
import styles from './panel.module.css';

type Words = Pick<ShownQuestion, 'text' | 'aim' | 'speaker' | 'asker' | 'answer' | 'edited' | 'source'>;

interface QuestionCardProps {
  question: Words;
  isOnStage?: boolean;
  /** Beside the words: what one does with it. */
  act?: ReactNode;
  children?: ReactNode;
}

/** A question with whom it is for, who asked, and how it was answered. */
export function QuestionCard({ question, isOnStage = false, act, children }: QuestionCardProps) {
  return (
    <article className={styles.question} data-on-stage={isOnStage || undefined}>
      <div className={styles.words}>
        <p className={styles.text} dir="auto">
          {question.text}
        </p>
        <QuestionFacts question={question} />
        <QuestionAnswer answer={question.answer} />
        {children}
      </div>
      {act}
    </article>
  );
}

/** One quiet line: for whom, from whom, how it came. */
export function QuestionFacts({ question }: { question: Words }) {
  const text = useText();
  const { aim, speaker, asker, edited, source } = question;
  const facts = [
    aim === 'speaker' && speaker !== ''
      ? text('questions.toSpeaker', { speaker })
      : text(`questions.aim.${aim}`),
    asker &&
      (asker.affiliation === ''
        ? asker.firstName
        : text('questions.by', { name: asker.firstName, affiliation: asker.affiliation })),
    source === 'phone' ? null : text(`questions.source.${source}`),
    edited ? text('questions.edited') : null,
  ];
  return <Aside>{facts.filter((fact) => fact !== null).join(' · ')}</Aside>;
}

export function QuestionAnswer({ answer }: { answer: string }) {
  const text = useText();
  if (answer === '') return null;
  return (
    <p className={styles.answer} dir="auto">
      <strong>{text('questions.answer')}:</strong> {answer}
    </p>
  );
}
