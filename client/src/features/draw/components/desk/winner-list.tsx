import { useText } from '../../../../lib/texts/texts.js';
import { ButtonRow } from '../../../../ui/actions/button-row.js';
import { formatCode } from '../../../../ui/data/code-display.js';
import { Aside } from '../../../../ui/text/text.js';
import type { DeskDraw, DrawDesk } from '../../api.js';
import { prizeName } from '../../prize-name.js';
import styles from './desk.module.css';
import { HandedOver, HandOver } from './hand-over.js';
import { PassWinner } from './pass-winner.js';

type Winner = DeskDraw['winners'][number];

interface WinnerListProps {
  evening: DrawDesk['evening'];
  draw: DeskDraw;
}

/** Whom to call out, prize by prize: the prize is handed over, or goes on when the winner is absent. */
export function WinnerList({ evening, draw }: WinnerListProps) {
  const text = useText();
  return (
    <ol className={styles.winners}>
      {draw.winners.map((winner) => (
        <li key={winner.prize} className={styles.winner}>
          <p className={styles.prizeName}>
            <bdi>{prizeName(text, draw.prizes[winner.prize])}</bdi>
          </p>
          <Called winner={winner} />
          {winner.passed.map((passed) => (
            <Aside key={passed.ticket}>
              {text('draw.result.passed', {
                ticket: passed.ticket,
                reason: text(`draw.pass.${passed.reason}`),
              })}
            </Aside>
          ))}
          <NextForWinner evening={evening} draw={draw.id} winner={winner} />
        </li>
      ))}
    </ol>
  );
}

interface NextForWinnerProps {
  evening: DrawDesk['evening'];
  draw: string;
  winner: Winner;
}

function NextForWinner({ evening, draw, winner: { ticket, person, handedOver } }: NextForWinnerProps) {
  if (ticket === null) return null;
  // The key: what was typed for one winner is not the next one's.
  const called = { evening, draw, ticket, name: person?.firstName ?? ticket };
  if (handedOver) return <HandedOver key={ticket} {...called} record={handedOver} />;
  return (
    <ButtonRow key={ticket}>
      <HandOver {...called} />
      <PassWinner {...called} evening={evening.id} />
    </ButtonRow>
  );
}

function Called({ winner: { person, ticket } }: { winner: Winner }) {
  const text = useText();
  if (ticket === null) return <p>{text('drawDesk.winners.nobody')}</p>;
  if (!person)
    return (
      <p>
        {text('drawDesk.winners.ticket', { ticket })}. {text('drawDesk.winners.gone')}
      </p>
    );
  return (
    <>
      <p className={styles.called}>
        <bdi>{person.firstName}</bdi>
      </p>
      <p className={styles.from}>
        <bdi>{person.affiliation}</bdi>
      </p>
      <p>
        {text('drawDesk.winners.code', { code: formatCode(person.spokenCode) })} ·{' '}
        {text('drawDesk.winners.ticket', { ticket })}
      </p>
      {person.announcesOnStage ? null : <Aside>{text('drawDesk.winners.silent')}</Aside>}
    </>
  );
}
