import { isUnanswered, moderatorMayEdit, possibleQuestionEvents } from '@hillo/domain/panel';
import type { HTMLAttributes, ReactNode, Ref } from 'react';
import { useText } from '../../../lib/texts/texts.js';
import { ButtonRow } from '../../../ui/actions/button-row.js';
import { Button } from '../../../ui/actions/button.js';
import { Disclosure } from '../../../ui/layout/disclosure.js';
import { Aside } from '../../../ui/text/text.js';
import { QuestionAnswer, QuestionFacts } from '../components/question-card.js';
import { type DeskQuestion as Question, markForTable, moveOn, mute } from './api.js';
import styles from './panel-desk.module.css';
import type { DialogKind } from './question-dialogs.js';
import type { Act } from './use-act.js';

export interface DeskQuestionProps {
  evening: string;
  question: Question;
  /** Where it was merged into. */
  target?: Question | undefined;
  act: Act;
  mayMarkForTable: boolean;
  onDialog: (kind: DialogKind, question: Question) => void;
  /** Before the words: the handle by which it is moved. */
  handle?: ReactNode;
  row?: Ref<HTMLElement>;
  isDragged?: boolean;
}

const KEYS = { h: 'approve', n: 'put-on-stage', v: 'answer', p: 'hide', s: 'edit', y: 'merge' } as const;

/** A question with everything that can be done about it, by buttons and by keys while it has the focus. */
export function DeskQuestion(props: DeskQuestionProps) {
  const { evening, question, target, act, onDialog, handle, row, isDragged } = props;
  const text = useText();
  const { state, text: words, votes } = question;
  const events = possibleQuestionEvents(state, 'moderator');
  const press = (what: (typeof KEYS)[keyof typeof KEYS] | 'put-back') => {
    if (what === 'edit') {
      if (moderatorMayEdit(state)) onDialog('edit', question);
    } else if (!events.includes(what)) return;
    else if (what === 'approve' || what === 'put-on-stage' || what === 'put-back')
      void act(() => moveOn(evening, question, { move: what }));
    else onDialog(what, question);
  };
  const onKeyDown: HTMLAttributes<HTMLElement>['onKeyDown'] = (event) => {
    // Only while the question itself has the focus: letters are for fields otherwise (WCAG 2.1.4).
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const what = KEYS[event.key.toLowerCase() as keyof typeof KEYS];
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (!what && by === 0) return;
    event.preventDefault();
    if (what) press(what);
    else focusNext(event.currentTarget, by);
  };
  const named = (what: 'approve' | 'put-on-stage' | 'answer' | 'put-back' | 'hide' | 'merge' | 'edit') => ({
    'aria-label': text('panelDesk.act.named', { act: text(`panelDesk.act.${what}`), question: words }),
    children: text(`panelDesk.act.${what}`),
    onClick: () => press(what),
  });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- every key has a button that does the same
    <article
      ref={row}
      className={styles.question}
      data-state={state}
      data-dragged={isDragged || undefined}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys act on the question that has the focus
      tabIndex={0}
      aria-label={words}
      onKeyDown={onKeyDown}
    >
      <div className={styles.head}>
        {handle}
        <p className={styles.words} dir="auto">
          {words}
        </p>
        <p className={styles.votes}>{text('questions.votes', { count: votes })}</p>
      </div>
      <QuestionFacts question={question} />
      <Notes question={question} target={target} />
      <QuestionAnswer answer={question.answer} />
      <ButtonRow>
        {events.includes('approve') ? <Button {...named('approve')} /> : null}
        {events.includes('put-on-stage') ? <Button look="secondary" {...named('put-on-stage')} /> : null}
        {events.includes('answer') ? <Button look="secondary" {...named('answer')} /> : null}
        {events.includes('put-back') ? <Button look="quiet" {...named('put-back')} /> : null}
        {events.includes('hide') ? <Button look="quiet" {...named('hide')} /> : null}
      </ButtonRow>
      <Disclosure summary={text('panelDesk.act.more')}>
        <More {...props} merge={events.includes('merge') ? named('merge') : undefined}>
          {moderatorMayEdit(state) ? <Button look="quiet" {...named('edit')} /> : null}
        </More>
      </Disclosure>
    </article>
  );
}

/** What whoever moderates should know about it. */
function Notes({ question, target }: Pick<DeskQuestionProps, 'question' | 'target'>) {
  const text = useText();
  const { markedWords, originalText, hidden, isMuted, forTable, follows } = question;
  const notes = [
    markedWords.length > 0 ? text('panelDesk.marked', { words: markedWords.join(', ') }) : null,
    originalText === null ? null : text('panelDesk.original', { text: originalText }),
    hidden &&
      text('panelDesk.hiddenBecause', { reason: hidden.words || text(`questions.reason.${hidden.reason}`) }),
    target ? text('panelDesk.mergedInto', { question: target.text }) : null,
    isMuted ? text('panelDesk.muted') : null,
    forTable ? text('panelDesk.forTable') : null,
    follows ? text('panelDesk.follows') : null,
  ].filter((note) => note !== null);
  return notes.map((note) => <Aside key={note}>{note}</Aside>);
}

interface MoreProps extends DeskQuestionProps {
  merge: { 'aria-label': string; onClick: () => void; children: ReactNode } | undefined;
  children: ReactNode;
}

function More({ evening, question, act, mayMarkForTable, merge, children }: MoreProps) {
  const text = useText();
  const { id, state, hasAsker, isMuted, forTable } = question;
  return (
    <ButtonRow>
      {children}
      {merge ? <Button look="quiet" {...merge} /> : null}
      {hasAsker ? (
        <Button look="quiet" onClick={() => void act(() => mute(evening, id, !isMuted))}>
          {text(isMuted ? 'panelDesk.act.unmute' : 'panelDesk.act.mute')}
        </Button>
      ) : null}
      {mayMarkForTable && (forTable || isUnanswered(state)) ? (
        <Button look="quiet" onClick={() => void act(() => markForTable(evening, id, !forTable))}>
          {text(forTable ? 'panelDesk.act.untable' : 'panelDesk.act.table')}
        </Button>
      ) : null}
    </ButtonRow>
  );
}

function focusNext(from: HTMLElement, by: number): void {
  const all = [...document.querySelectorAll<HTMLElement>(`.${styles.question ?? ''}`)];
  all[all.indexOf(from) + by]?.focus();
}
