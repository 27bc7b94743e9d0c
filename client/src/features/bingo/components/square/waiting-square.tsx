import { useText } from '../../../../lib/texts/texts.js';
import { useEntries } from '../../../../lib/offline/waiting.js';
import { dropEntry } from '../../../../lib/offline/write.js';
import { Button } from '../../../../ui/actions/button.js';
import { Notice } from '../../../../ui/feedback/notice.js';
import { type CardView, markWaiting, useCard } from '../../api.js';
import { promptWords } from '../../prompt-words.js';
import { squaresWithoutNetwork, type WaitingMark, waitingMarks } from '../../waiting-marks.js';
import styles from './choose-square.module.css';
import { SquareChoice } from './square-choice.js';

/** A square that waits for the network, and the way to take it back before it is sent. */
export function WaitingNotice({ mark, card }: { mark: WaitingMark; card: CardView }) {
  const text = useText();
  const prompt = card.prompts[mark.square];
  return (
    <Notice
      title={prompt ? promptWords(text, prompt).title : ''}
      actions={
        <Button look="secondary" onClick={() => void dropEntry(mark.operationId)}>
          {text('waiting.square.change')}
        </Button>
      }
    >
      {text('waiting.square.kept')}
    </Notice>
  );
}

/** The square for a scan that waits: every empty one is offered, a coloured one is judged later (product rule 5). */
export function WaitingSquare({ registration, scanned }: { registration: string; scanned: string }) {
  const text = useText();
  const { card } = useCard(registration);
  const waiting = waitingMarks(useEntries(`registration:${registration}`));
  const own = waiting.find((mark) => mark.scanned === scanned);
  if (own) return <WaitingNotice mark={own} card={card} />;
  return (
    <section aria-labelledby="waiting-square" className={styles.choose}>
      <h2 id="waiting-square">{text('waiting.square.title')}</h2>
      <p>{text('waiting.square.lead')}</p>
      <SquareChoice
        prompts={card.prompts}
        squares={squaresWithoutNetwork(card, waiting)}
        name={text('waiting.meeting.other')}
        side={text(`sectors.sides.${card.ownSide}`)}
        busy={false}
        onChoose={(square) => void markWaiting(registration, scanned, square)}
      />
    </section>
  );
}
