import type { CSSProperties } from 'react';
import { SIDE_JAMS } from '@hillo/domain/registration';
import type { RoomPicture } from '@hillo/domain/pulse';
import { useText } from '../../../lib/texts/texts.js';
import { useRoom } from '../pulse/api.js';
import { RoomCanvas } from '../pulse/room-canvas.js';
import { SideShape } from '../pulse/side-shape.js';
import { useStopped } from '../use-stopped.js';
import { useRoomWords } from '../pulse/use-room-words.js';
import pulse from '../pulse/pulse.module.css';
import { Eyebrow, SceneQr, SceneTitle, Split } from './parts.js';
import type { SceneProps } from './registry.js';
import styles from './scenes.module.css';

/** The bingo is on: the room as a picture that grows with every meeting; what to do, as long as it is empty. */
export function PulseScene({ stage: { evening, links }, isStill }: SceneProps) {
  const text = useText();
  const room = useStopped(useRoom(evening.id), isStill);
  if (room?.meetings) return <RoomScene room={room} />;
  return (
    <Split aside={<SceneQr title={text('stage.pulse.card')} link={links.own} />}>
      <Eyebrow>{text('stage.scene.pulse')}</Eyebrow>
      <SceneTitle>{text('stage.pulse.title')}</SceneTitle>
      <p className={styles.lead}>{text('stage.pulse.lead')}</p>
    </Split>
  );
}

function RoomScene({ room }: { room: RoomPicture }) {
  const text = useText();
  const words = useRoomWords();
  const figures = [
    ['meetings', room.meetings?.total ?? 0],
    ['across', room.meetings?.across ?? 0],
    ['people', room.people.length],
  ] as const;
  return (
    <div className={pulse.room}>
      <h1 className={pulse.title}>{text('stage.pulse.title')}</h1>
      <figure className={pulse.picture} aria-label={words.sum(room)}>
        <RoomCanvas room={room} />
      </figure>
      <div className={pulse.beside}>
        <dl className={pulse.figures}>
          {figures.map(([name, count]) => (
            <div key={name} data-figure={name}>
              <dd>{words.number(count)}</dd>
              <dt>{text(`pulse.${name}`)}</dt>
            </div>
          ))}
        </dl>
        <ul className={pulse.sides}>
          {room.groups.map(({ sides, count }, place) => (
            <li key={sides.join(' ')} style={{ '--side': sideColour(sides) } as CSSProperties}>
              <SideShape side={sides.length === 1 ? (sides[0] ?? null) : null} />
              <span>
                {words.group(room, place)} {words.number(count)}
              </span>
            </li>
          ))}
        </ul>
      </div>
      <p className={pulse.how}>{text('pulse.how')}</p>
    </div>
  );
}

function sideColour(sides: RoomPicture['groups'][number]['sides']): string {
  const [side, other] = sides;
  return side && !other ? `var(--${SIDE_JAMS[side]})` : 'var(--paper-raised)';
}
