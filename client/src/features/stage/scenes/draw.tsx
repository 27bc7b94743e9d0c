import { useText } from '../../../lib/texts/texts.js';
import { type Drawn, useShownDraw } from '../draw/api.js';
import { inGroups, useDrawWords } from '../draw/use-draw-words.js';
import drawn from '../draw/draw.module.css';
import { fitOf } from './fit.js';
import { Eyebrow, SceneQr, SceneTitle, Split } from './parts.js';
import type { SceneProps } from './registry.js';
import styles from './scenes.module.css';

/** The draw as it goes: what binds it before anybody calls a number, the numbers as they are typed, who won, where to check. */
export function DrawScene({ stage: { evening, links }, isLive }: SceneProps) {
  const text = useText();
  const shown = useShownDraw(evening.id);
  const words = useDrawWords();
  if (!shown?.draw)
    return (
      <Split aside={<SceneQr title={text('stage.draw.ticket')} link={links.own} />}>
        <Eyebrow>{text('stage.scene.draw')}</Eyebrow>
        <SceneTitle>{text('stage.draw.title')}</SceneTitle>
        <p className={styles.lead}>{text('stage.draw.lead')}</p>
      </Split>
    );
  const { draw, verify } = shown;
  const lead = words.lead(draw, isLive);
  return (
    <Split
      aside={
        draw.hasProof ? (
          <SceneQr title={text('stageDraw.check')} link={verify} />
        ) : (
          <SceneQr title={text('stage.draw.ticket')} link={links.own} />
        )
      }
    >
      <SceneTitle isSmall={draw.state !== 'committed' && draw.state !== 'void'}>
        {words.title(draw)}
      </SceneTitle>
      {lead === undefined ? null : <p className={styles.lead}>{lead}</p>}
      {draw.state === 'done' ? <Winners draw={draw} /> : null}
      {draw.state === 'frozen' || draw.state === 'seeded' ? <Calls calls={draw.calls} /> : null}
      {draw.state === 'done' ? null : <Sign name="commit" sign={draw.commit} />}
      {draw.state === 'done' || draw.list === null ? null : <Sign name="list" sign={draw.list} />}
    </Split>
  );
}

const PEOPLE = [0, 1, 2] as const;
const DIGITS = [0, 1, 2, 3] as const;

function Calls({ calls }: { calls: readonly string[] }) {
  const text = useText();
  return (
    <dl className={drawn.calls} aria-label={text('stageDraw.calls')}>
      {PEOPLE.map((person) => (
        <div key={person}>
          <dt>{text('stageDraw.person', { number: person + 1 })}</dt>
          <dd>
            {DIGITS.map((at) => (
              <span key={at} data-typed={calls[person]?.[at] ? '' : undefined}>
                {calls[person]?.[at] ?? '·'}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Sign({ name, sign }: { name: 'commit' | 'list'; sign: string }) {
  const text = useText();
  return (
    <dl className={drawn.sign}>
      <dt>{text(`stageDraw.${name}`)}</dt>
      <dd>
        {inGroups(sign).map((group, place) => (
          // Eight of a kind have no name but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <code key={place}>{group}</code>
        ))}
      </dd>
    </dl>
  );
}

/** More would not be read: the own page has all. */
const MOST = 6;

function Winners({ draw }: { draw: Drawn }) {
  const text = useText();
  const words = useDrawWords();
  const rest = draw.winners.length - MOST;
  return (
    <>
      <ol className={drawn.winners} data-many={draw.winners.length > 3 || undefined}>
        {draw.winners.slice(0, MOST).map((winner) => (
          <li key={winner.prize}>
            <span className={drawn.prize}>{words.prize(draw, winner)}</span>
            <span className={drawn.ticket}>{words.ticket(winner)}</span>
            <strong className={drawn.winner} data-fit={fitOf(words.winner(winner))}>
              {words.winner(winner)}
            </strong>
          </li>
        ))}
      </ol>
      {rest > 0 ? <p className={styles.more}>{text('stageDraw.more', { count: rest })}</p> : null}
      <p className={styles.under}>{text('stageDraw.called', { calls: draw.calls.join(' · ') })}</p>
    </>
  );
}
