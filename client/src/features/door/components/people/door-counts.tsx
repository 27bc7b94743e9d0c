import { useText } from '../../../../lib/texts/texts.js';
import { ProgressBar } from '../../../../ui/feedback/progress-bar.js';
import { type DoorPerson } from '../../api.js';

/** People, not registrations: who has a seat, and who of them is in. */
export function countsOf(people: readonly DoorPerson[]) {
  const expected = people.filter(({ registration }) => registration === 'confirmed').length;
  const inside = people.filter(({ attendance }) => attendance === 'in').length;
  return { expected, inside };
}

export function DoorCounts({ people }: { people: readonly DoorPerson[] }) {
  const text = useText();
  const { expected, inside } = countsOf(people);
  return (
    <ProgressBar
      label={text('door.counts.inside')}
      value={inside}
      max={Math.max(1, expected)}
      words={text('door.counts.words', { inside, expected })}
    />
  );
}
