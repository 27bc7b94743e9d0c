import { PASS_REASONS } from '@hillo/domain/draw';
import { useState } from 'react';
import { problemText } from '../../../../lib/texts/problem-text.js';
import { useText } from '../../../../lib/texts/texts.js';
import { Button } from '../../../../ui/actions/button.js';
import { formatCode } from '../../../../ui/data/code-display.js';
import { Dialog } from '../../../../ui/feedback/dialog.js';
import { FormFailure } from '../../../../ui/form/form-failure.js';
import { RadioGroup } from '../../../../ui/form/radio-group.js';
import { Stack } from '../../../../ui/layout/card.js';
import { Aside } from '../../../../ui/text/text.js';
import { type DeskDraw, type PassReason, passTicket } from '../../api.js';
import { prizeName } from '../../prize-name.js';
import styles from './desk.module.css';
import { useStep } from './use-step.js';

type Winner = DeskDraw['winners'][number];

/** Whom to call out, prize by prize; an absent one is passed over. */
export function WinnerList({ evening, draw }: { evening: string; draw: DeskDraw }) {
  const text = useText();
  const [absent, setAbsent] = useState<Winner>();
  const [reason, setReason] = useState<PassReason>('not-present');
  const { busy, failure, take } = useStep(evening);
  const nameOf = (winner: Winner | undefined) => winner?.person?.firstName ?? winner?.ticket ?? '';
  const pass = async () => {
    const ticket = absent?.ticket;
    if (!ticket) return;
    await take(() => passTicket(evening, draw.id, { ticket, reason }));
    setAbsent(undefined);
  };
  return (
    <Stack>
      <h2>{text('drawDesk.winners.title')}</h2>
      <FormFailure words={failure === undefined ? undefined : problemText(text, failure)} />
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
            {winner.ticket === null ? null : (
              <div>
                <Button
                  look="secondary"
                  aria-label={text('drawDesk.winners.passNamed', { name: nameOf(winner) })}
                  onClick={() => setAbsent(winner)}
                >
                  {text('drawDesk.winners.pass')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
      <Dialog
        open={absent !== undefined}
        title={text('drawDesk.winners.passTitle')}
        onClose={() => setAbsent(undefined)}
        actions={
          <>
            <Button busy={busy} onClick={() => void pass()}>
              {text('drawDesk.winners.confirm')}
            </Button>
            <Button look="quiet" onClick={() => setAbsent(undefined)}>
              {text('ui.close')}
            </Button>
          </>
        }
      >
        <Stack>
          <p>{text('drawDesk.winners.passText', { name: nameOf(absent) })}</p>
          <RadioGroup
            legend={text('drawDesk.winners.reason')}
            name="pass-reason"
            required
            value={reason}
            choices={PASS_REASONS.map((value) => ({ value, label: text(`drawDesk.pass.${value}`) }))}
            onChange={(value) => setReason(PASS_REASONS.find((each) => each === value) ?? reason)}
          />
        </Stack>
      </Dialog>
    </Stack>
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
