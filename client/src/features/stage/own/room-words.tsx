import { useText } from '../../../lib/texts/texts.js';
import { useRoom } from '../pulse/api.js';
import { useRoomWords } from '../pulse/use-room-words.js';
import type { SceneProps } from '../scenes/registry.js';
import { useStopped } from '../use-stopped.js';
import { useTold } from '../use-told.js';

/** A room that meets changes each second: who listens is told a few times a minute. */
const PAUSE_MS = 20_000;

/** The picture of the room in numbers. */
export function RoomWords({ stage, isStill }: SceneProps) {
  const text = useText();
  const words = useRoomWords();
  const room = useStopped(useRoom(stage.evening.id), isStill);
  const sum = room && words.sum(room);
  useTold(sum, PAUSE_MS);
  return (
    <>
      <p>{text('stage.pulse.lead')}</p>
      {room ? (
        <>
          <p>
            <strong>{sum}</strong>
          </p>
          {room.meetings === null ? null : (
            <ul>
              {room.groups.map(({ sides, count }, place) => (
                <li key={sides.join(' ')}>
                  {text('pulse.group', { side: words.group(room, place), count })}
                </li>
              ))}
              {words.between(room).map(({ key, words: said }) => (
                <li key={key}>{said}</li>
              ))}
            </ul>
          )}
          <p>{text('stageOwn.lots')}</p>
        </>
      ) : null}
    </>
  );
}
