import type { ReactNode } from 'react';
import { useText } from '../../../lib/texts/texts.js';
import { EmptyState } from '../../../ui/feedback/empty-state.js';
import { Stack } from '../../../ui/layout/card.js';
import { Disclosure } from '../../../ui/layout/disclosure.js';
import type { ShownQuestion } from '../list-changes.js';
import styles from './panel.module.css';

interface PanelQuestionsProps {
  /** In their order. */
  questions: readonly ShownQuestion[];
  mine: ReadonlySet<string>;
  isOpen: boolean;
  showQuestion: (question: ShownQuestion) => ReactNode;
}

/** What everybody sees: the one that is answered now, those of others, wishes, and what was answered. */
export function PanelQuestions({ questions, mine, isOpen, showQuestion }: PanelQuestionsProps) {
  const text = useText();
  const onStage = questions.filter(({ state }) => state === 'on-stage');
  const asked = questions.filter(({ state, id }) => state === 'shown' && !mine.has(id));
  const wishes = asked.filter(({ aim }) => aim === 'next-theme');
  const others = asked.filter(({ aim }) => aim !== 'next-theme');
  const answered = questions.filter(({ state }) => state === 'answered');
  const list = (items: readonly ShownQuestion[]) => (
    <ul className={styles.list}>
      {items.map((question) => (
        <li key={question.id}>{showQuestion(question)}</li>
      ))}
    </ul>
  );
  return (
    <>
      {onStage.length > 0 ? (
        <section aria-labelledby="questions-on-stage">
          <Stack>
            <h2 id="questions-on-stage">{text('panel.list.onStage')}</h2>
            {list(onStage)}
          </Stack>
        </section>
      ) : null}
      {isOpen || others.length > 0 ? (
        <section aria-labelledby="questions-of-others">
          <Stack>
            <h2 id="questions-of-others">{text('panel.list.title')}</h2>
            {others.length > 0 ? list(others) : null}
            {others.length > 0 || onStage.length > 0 ? null : answered.length > 0 ? (
              <p>{text('panel.list.nothingLeft')}</p>
            ) : (
              <EmptyState title={text('panel.list.empty')}>{text('panel.list.emptyText')}</EmptyState>
            )}
          </Stack>
        </section>
      ) : null}
      {wishes.length > 0 ? (
        <section aria-labelledby="questions-wishes">
          <Stack>
            <h2 id="questions-wishes">{text('panel.list.wishes')}</h2>
            {list(wishes)}
          </Stack>
        </section>
      ) : null}
      {answered.length > 0 ? (
        <Disclosure
          summary={`${text('panel.list.answered')}: ${text('panel.list.count', { count: answered.length })}`}
        >
          {list(answered)}
        </Disclosure>
      ) : null}
    </>
  );
}
