import { useAnnounce } from '../../../ui/feedback/announcer.js';
import { Button } from '../../../ui/actions/button.js';
import { Stack } from '../../../ui/layout/card.js';
import { Aside } from '../../../ui/text/text.js';
import { useText } from '../../../lib/texts/texts.js';
import { type DeskQuestion as Question, type PanelDesk, saveOrder } from './api.js';
import { DeskQuestion, type DeskQuestionProps } from './desk-question.js';
import styles from './panel-desk.module.css';
import { useOrdering } from './use-ordering.js';

interface QuestionListProps extends Pick<DeskQuestionProps, 'act' | 'mayMarkForTable' | 'onDialog'> {
  desk: PanelDesk;
  /** In their order. */
  questions: readonly Question[];
}

export function QuestionList({ desk, questions, ...acts }: QuestionListProps) {
  const target = ({ mergedInto }: Question) => desk.questions.find(({ id }) => id === mergedInto);
  return (
    <ul className={styles.list}>
      {questions.map((question) => (
        <li key={question.id}>
          <DeskQuestion {...acts} evening={desk.evening.id} question={question} target={target(question)} />
        </li>
      ))}
    </ul>
  );
}

/** The list whose order is made by hand: dragged by its handles, moved by arrow keys, or given back to the votes. */
export function OrderedList({ desk, questions, act, ...acts }: QuestionListProps) {
  const text = useText();
  const announce = useAnnounce();
  const { evening, orderVersion } = desk;
  const placed = questions.filter(({ place }) => place !== null).length;
  const save = (ids: readonly string[]) => act(() => saveOrder(evening.id, orderVersion, ids));
  const ordering = useOrdering({
    order: questions.map(({ id }) => id),
    placed,
    onPlaced: (ids, _id, to) =>
      void save(ids).then((done) => done && announce(text('panelDesk.order.moved', { place: to + 1 }))),
  });
  return (
    <Stack>
      <Aside>{text('panelDesk.order.hint')}</Aside>
      <ol className={styles.list}>
        {questions.map((question, index) => (
          <li key={question.id} data-over={ordering.over === index || undefined}>
            <DeskQuestion
              {...acts}
              act={act}
              evening={evening.id}
              question={question}
              row={ordering.row(question.id)}
              isDragged={ordering.dragged === question.id}
              handle={
                <button
                  type="button"
                  className={styles.handle}
                  aria-label={text('panelDesk.order.handle', { question: question.text })}
                  {...ordering.handle(question.id)}
                >
                  <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" fill="currentColor">
                    <path d="M12 3l4 5H8zM12 21l-4-5h8zM5 11h14v2H5z" />
                  </svg>
                </button>
              }
            />
          </li>
        ))}
      </ol>
      {placed > 0 ? (
        <div>
          <Button look="quiet" onClick={() => void save([])}>
            {text('panelDesk.order.byVotes')}
          </Button>
        </div>
      ) : null}
    </Stack>
  );
}
