import { useText } from '../../../lib/texts/texts.js';
import { useShownDraw } from '../draw/api.js';
import { inGroups, useDrawWords } from '../draw/use-draw-words.js';
import type { SceneProps } from '../scenes/registry.js';
import { useStopped } from '../use-stopped.js';
import { useTold } from '../use-told.js';

/** The draw at its step: what binds it, what was called, who won. */
export function DrawWords({ stage, isLive, isStill }: SceneProps) {
  const text = useText();
  const words = useDrawWords();
  const shown = useStopped(useShownDraw(stage.evening.id), isStill);
  const draw = shown?.draw ?? null;
  useTold(draw ? words.title(draw) : undefined);
  if (!shown || !draw) return <p>{text('stage.draw.lead')}</p>;
  const called = draw.calls.filter((call) => call !== '');
  return (
    <>
      <h3>{words.title(draw)}</h3>
      {words.lead(draw, isLive) === undefined ? null : <p>{words.lead(draw, isLive)}</p>}
      {draw.winners.length > 0 ? (
        <ol>
          {draw.winners.map((winner) => (
            <li key={winner.prize}>
              <bdi>{words.prize(draw, winner)}</bdi>:{' '}
              <strong>
                <bdi>{words.winner(winner)}</bdi>
              </strong>{' '}
              {words.ticket(winner)}
            </li>
          ))}
        </ol>
      ) : null}
      {called.length > 0 ? <p>{text('stageDraw.called', { calls: called.join(' · ') })}</p> : null}
      <dl>
        <dt>{text('stageDraw.commit')}</dt>
        <dd>
          <code>{inGroups(draw.commit).join(' ')}</code>
        </dd>
        {draw.list === null ? null : (
          <>
            <dt>{text('stageDraw.list')}</dt>
            <dd>
              <code>{inGroups(draw.list).join(' ')}</code>
            </dd>
          </>
        )}
      </dl>
      {draw.hasProof ? (
        <p>
          <a href="/verify">{text('stageDraw.check')}</a>
        </p>
      ) : null}
    </>
  );
}
