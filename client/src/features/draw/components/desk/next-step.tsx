import { useText } from '../../../../lib/texts/texts.js';
import { Notice } from '../../../../ui/feedback/notice.js';
import { Card } from '../../../../ui/layout/card.js';
import { Aside } from '../../../../ui/text/text.js';
import { beginDraw, type DeskDraw, type DrawDesk, freezeDraw, revealDraw } from '../../api.js';
import styles from './desk.module.css';
import { NumbersForm } from './numbers-form.js';
import { SilentCount, SilentPhones } from './silent-phones.js';
import { StepButton } from './step-button.js';
import { WinnerList } from './winner-list.js';

interface NextStepProps {
  desk: DrawDesk;
  /** The open draw, or the latest one that has a result. */
  draw: DeskDraw | undefined;
}

/** The next right thing, and nothing else. */
export function NextStep({ desk, draw }: NextStepProps) {
  const text = useText();
  const evening = desk.evening.id;
  switch (draw?.state) {
    case 'committed':
      return <Freeze desk={desk} draw={draw} />;
    case 'frozen':
      return <Numbers evening={evening} draw={draw} />;
    case 'seeded':
      return <Reveal evening={evening} draw={draw} />;
    case 'done':
      return (
        <Card jam="raspberry">
          <h2>{text('drawDesk.winners.title')}</h2>
          <WinnerList evening={desk.evening} draw={draw} />
        </Card>
      );
    case 'void':
    case undefined:
      return <Begin desk={desk} isFirst={desk.draws.length === 0} />;
  }
}

/** Begins the evening's first draw, or one more after it. */
export function Begin({ desk, isFirst }: { desk: DrawDesk; isFirst: boolean }) {
  const text = useText();
  const { isRunning, id } = desk.evening;
  const hasPrizes = desk.prizes.length > 0;
  return (
    <Card
      jam="blueberry"
      heading={<h2>{text(isFirst ? 'drawDesk.begin.title' : 'drawDesk.begin.again')}</h2>}
    >
      <p>{text('drawDesk.begin.text')}</p>
      <p>{text('drawDesk.begin.free')}</p>
      <Figures desk={desk} />
      {isRunning ? null : <Notice kind="info">{text('drawDesk.notRunning')}</Notice>}
      {hasPrizes ? null : <Notice kind="info">{text('drawDesk.prizes.none')}</Notice>}
      <StepButton
        evening={id}
        disabled={!isRunning || !hasPrizes}
        action={text(isFirst ? 'drawDesk.begin.action' : 'drawDesk.begin.again')}
        step={() => beginDraw(id)}
        confirm={{ title: text('drawDesk.begin.confirm'), text: <p>{text('drawDesk.begin.confirmText')}</p> }}
      />
    </Card>
  );
}

function Figures({ desk: { entrants, checkedIn } }: { desk: DrawDesk }) {
  const text = useText();
  return <Aside>{text('drawDesk.figures', { entrants, checkedIn })}</Aside>;
}

function Freeze({ desk, draw }: { desk: DrawDesk; draw: DeskDraw }) {
  const text = useText();
  return (
    <Card jam="blueberry" heading={<h2>{text('drawDesk.freeze.title')}</h2>}>
      <p>{text('drawDesk.freeze.text')}</p>
      <Figures desk={desk} />
      <SilentPhones evening={desk.evening} />
      <StepButton
        evening={desk.evening.id}
        action={text('drawDesk.freeze.action')}
        step={() => freezeDraw(desk.evening.id, draw.id)}
        confirm={{
          title: text('drawDesk.freeze.confirm'),
          text: (
            <>
              <Figures desk={desk} />
              <SilentCount evening={desk.evening.id} />
            </>
          ),
        }}
      />
    </Card>
  );
}

function Numbers({ evening, draw }: { evening: string; draw: DeskDraw }) {
  const text = useText();
  const count = draw.ticketCount ?? 0;
  return (
    <Card jam="cloudberry" heading={<h2>{text('drawDesk.frozen.title', { count })}</h2>}>
      <p>{text(count === 0 ? 'drawDesk.frozen.empty' : 'drawDesk.frozen.count')}</p>
      <h3>{text('drawDesk.numbers.title')}</h3>
      <p>{text('drawDesk.numbers.text')}</p>
      <NumbersForm evening={evening} draw={draw.id} />
    </Card>
  );
}

function Reveal({ evening, draw }: { evening: string; draw: DeskDraw }) {
  const text = useText();
  const numbers = (draw.publicNumber ?? '')
    .replace(/^stage:/, '')
    .split(';', 1)
    .join()
    .replaceAll(',', ' · ');
  return (
    <Card jam="raspberry" heading={<h2>{text('drawDesk.reveal.title')}</h2>}>
      <p className={styles.numbers}>{numbers}</p>
      <p>{text('drawDesk.reveal.text', { numbers })}</p>
      <StepButton
        evening={evening}
        action={text('drawDesk.reveal.action')}
        step={() => revealDraw(evening, draw.id)}
      />
    </Card>
  );
}
