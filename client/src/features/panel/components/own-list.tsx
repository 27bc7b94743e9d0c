import { useEntries } from '../../../lib/offline/waiting.js';
import { useText } from '../../../lib/texts/texts.js';
import { Stack } from '../../../ui/layout/card.js';
import type { OwnQuestions } from '../api.js';
import type { PanelList } from '../list-changes.js';
import { waitingAsks } from '../waiting-asks.js';
import { OwnQuestion } from './own-question.js';
import styles from './panel.module.css';
import { QuestionCard } from './question-card.js';

interface OwnListProps {
  registration: string;
  own: OwnQuestions;
  list: PanelList;
}

/** My questions, those first that have not left this phone yet. */
export function OwnList({ registration, own, list }: OwnListProps) {
  const text = useText();
  const waiting = waitingAsks(useEntries(`registration:${registration}`));
  if (own.questions.length + waiting.length === 0) return null;
  return (
    <section aria-labelledby="own-questions">
      <Stack>
        <h2 id="own-questions">{text('panel.own.title')}</h2>
        <ul className={styles.list}>
          {waiting.map(({ operationId, asked }) => (
            <li key={operationId}>
              <QuestionCard question={{ ...asked, asker: null, answer: '', edited: false, source: 'phone' }}>
                <p className={styles.state}>{text('panel.own.waits')}</p>
              </QuestionCard>
            </li>
          ))}
          {own.questions.map((question) => (
            <li key={question.id}>
              <OwnQuestion
                registration={registration}
                question={question}
                target={list.questions.find(({ id }) => id === question.mergedInto)}
              />
            </li>
          ))}
        </ul>
      </Stack>
    </section>
  );
}
