import { useDates, useText } from '../../../../lib/texts/texts.js';
import type { DoorPerson } from '../../api.js';

/** Where somebody stands, in words. */
export function PersonState({ person }: { person: DoorPerson }) {
  const text = useText();
  const dates = useDates();
  if (person.attendance === 'in' && person.last) {
    const since = text('door.state.in', { time: dates.write(person.last.at, 'time') });
    return person.waits ? `${since} · ${text('door.offline.waits')}` : since;
  }
  if (person.registration === 'waiting') return text('door.state.waiting');
  if (person.registration === 'cancelled') return text('door.state.cancelled');
  return text('door.state.missing');
}
