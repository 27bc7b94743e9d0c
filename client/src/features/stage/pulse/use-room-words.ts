import type { RoomPicture } from '@hillo/domain/pulse';
import { useDates, useText } from '../../../lib/texts/texts.js';

/** The picture in words: what it shows, and nothing more. */
export function useRoomWords() {
  const text = useText();
  const dates = useDates();
  const group = (room: RoomPicture, place: number) =>
    (room.groups[place]?.sides ?? []).map((side) => text(`sectors.sides.${side}`)).join(', ');
  return {
    group,
    number: (count: number) => dates.number(count),
    sum: ({ people, meetings }: RoomPicture) =>
      meetings
        ? text('pulse.sum', { people: people.length, meetings: meetings.total, across: meetings.across })
        : text('pulse.few', { people: people.length }),
    between: (room: RoomPicture) =>
      (room.meetings?.between ?? []).map(({ a, b, count }) => ({
        key: `${a} ${b}`,
        words:
          a === b
            ? text('pulse.within', { side: group(room, a), count })
            : text('pulse.between', { one: group(room, a), other: group(room, b), count }),
      })),
  };
}
