import { type ReactNode, useState } from 'react';
import { useNavigate } from '../../../../lib/router/router.js';
import { useEntries } from '../../../../lib/offline/waiting.js';
import { personName } from '../../../../lib/texts/person-name.js';
import { useText } from '../../../../lib/texts/texts.js';
import { Button } from '../../../../ui/actions/button.js';
import { useAnnounce } from '../../../../ui/feedback/announcer.js';
import { Notice } from '../../../../ui/feedback/notice.js';
import { type CardChange, useCard, useLiveCard } from '../../api.js';
import { isOnCard, judged } from '../../board.js';
import { waitingMarks } from '../../waiting-marks.js';
import { promptWords } from '../../prompt-words.js';
import { useMark } from '../../use-mark.js';
import { FailureNotice } from '../failure-notice.js';
import { RowJoy } from '../row-joy.js';
import styles from './choose-square.module.css';
import { SquareChoice } from './square-choice.js';
import { WaitingNotice } from './waiting-square.js';

interface ChooseSquareProps {
  registration: string;
  encounter: string;
  drawEntry?: ReactNode;
}

/** On the page of a meeting: the square the person is in, or those that would take them. */
export function ChooseSquare({ registration, encounter: id, drawEntry }: ChooseSquareProps) {
  const text = useText();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const { card, encounters } = useCard(registration);
  useLiveCard(registration);
  const encounter = encounters.find((met) => met.id === id);
  const [moving, setMoving] = useState(false);
  const [joy, setJoy] = useState<CardChange>();
  const name = encounter ? personName(text, encounter.other.firstName) : '';
  const marks = useMark(registration, (change, { act }) => {
    setMoving(false);
    if (change && act !== 'take-back') announce(text('bingo.choose.done', { name }));
    if (change && change.completed.length > 0) setJoy(change);
    else if (act === 'put') navigate(`/me/${registration}`);
  });
  const waiting = waitingMarks(useEntries(`registration:${registration}`)).find(
    (mark) => mark.encounter === id,
  );
  if (!encounter) return null;
  if (waiting) return <WaitingNotice mark={waiting} card={card} />;
  const isIn = isOnCard(card, id);
  const marked = card.marks.find((mark) => mark.encounterId === id);
  const prompt = marked && card.prompts[marked.square];
  const act = (square: number) => marks.act({ act: isIn ? 'move' : 'put', encounter: id, square });
  const closeJoy = () => {
    setJoy(undefined);
    navigate(`/me/${registration}`);
  };
  return (
    <section
      aria-label={text(isIn ? 'bingo.card.title' : 'bingo.choose.title', { name })}
      className={styles.choose}
    >
      {isIn && prompt ? (
        <Notice
          kind="success"
          title={promptWords(text, prompt).title}
          actions={
            card.frozen ? null : (
              <>
                <Button look="secondary" aria-expanded={moving} onClick={() => setMoving(!moving)}>
                  {text('bingo.square.move')}
                </Button>
                <Button
                  look="quiet"
                  busy={marks.isPending}
                  onClick={() => marks.act({ act: 'take-back', encounter: id })}
                >
                  {text('bingo.square.takeBack')}
                </Button>
              </>
            )
          }
        >
          {text('bingo.choose.done', { name })}
        </Notice>
      ) : null}
      <FailureNotice error={marks.error} />
      {!isIn || moving ? (
        <>
          <h2>{text(isIn ? 'bingo.choose.moveTitle' : 'bingo.choose.title', { name })}</h2>
          <p>{text('bingo.choose.lead')}</p>
          <SquareChoice
            prompts={card.prompts}
            squares={judged(card, encounter)}
            name={name}
            side={text(`sectors.sides.${card.ownSide}`)}
            busy={marks.isPending}
            onChoose={act}
          />
        </>
      ) : null}
      <RowJoy change={joy} drawEntry={drawEntry} onClose={closeJoy} />
    </section>
  );
}
