import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useText } from '../../../lib/texts/texts.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { Stack } from '../../../ui/layout/card.js';
import { similarQuery } from '../api.js';
import type { ShownQuestion } from '../list-changes.js';
import styles from './panel.module.css';

const PAUSE_MS = 600;
/** Enough to be like something. */
const ASKED_FROM = 8;

interface SimilarQuestionsProps {
  registration: string;
  typed: string;
  questions: readonly ShownQuestion[];
  showQuestion: (question: ShownQuestion) => ReactNode;
}

/** While somebody types: what was asked already, to vote for instead. */
export function SimilarQuestions({ registration, typed, questions, showQuestion }: SimilarQuestionsProps) {
  const text = useText();
  const settled = useSettled(typed.trim(), PAUSE_MS);
  const { data } = useQuery({
    ...similarQuery(registration, settled.slice(0, 200)),
    enabled: settled.length >= ASKED_FROM && questions.length > 0,
  });
  const found = settled.length < ASKED_FROM ? [] : (data?.ids ?? []);
  const similar = found.flatMap((id) => questions.find((question) => question.id === id) ?? []);
  if (similar.length === 0) return null;
  return (
    <Notice kind="info" title={text('panel.similar.title')} announce>
      <Stack space="s">
        <p>{text('panel.similar.text')}</p>
        <ul className={styles.list}>
          {similar.map((question) => (
            <li key={question.id}>{showQuestion(question)}</li>
          ))}
        </ul>
      </Stack>
    </Notice>
  );
}

/** The value once it has stayed the same for so long. */
function useSettled(value: string, ms: number): string {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
