import { type ReactNode, useState } from 'react';
import { useParams } from '../../../lib/router/routes.js';
import { useDates, useText, TextsProvider } from '../../../lib/texts/texts.js';
import { useAnnounce } from '../../../ui/feedback/announcer.js';
import { type DoorEntry, type DoorSnapshot, useDoor, useLiveDoor } from '../api.js';
import { AdmitDialog } from '../components/admit-dialog.js';
import { nameOf } from '../components/people/person-name.js';
import { useDoorActs } from '../door-acts.js';
import { DoorContext } from '../door-context.js';
import { firstWay } from '../ways.js';

/** Around all screens of one door: its people, live, and what was done last. */
export function DoorFrame({ children }: { children: ReactNode }) {
  const { evening = '' } = useParams();
  const snapshot = useDoor(evening);
  // Watched from where this phone began; what came since is in the snapshot or comes again, and both do no harm.
  const [since] = useState(snapshot.rev);
  useLiveDoor(evening, since);
  return (
    <TextsProvider bundle="door" timeZone={snapshot.evening.timeZone}>
      <ActingDoor evening={evening} snapshot={snapshot}>
        {children}
      </ActingDoor>
    </TextsProvider>
  );
}

interface ActingDoorProps {
  evening: string;
  snapshot: DoorSnapshot;
  children: ReactNode;
}

function ActingDoor({ evening, snapshot, children }: ActingDoorProps) {
  const [way, setWay] = useState(firstWay);
  const acts = useDoorActs(evening, useAnnounceEntry());
  const asked = snapshot.people.find(({ id }) => id === acts.question?.figures['registrationId']);
  return (
    <DoorContext value={{ evening, snapshot, acts, way, setWay }}>
      {children}
      <AdmitDialog question={acts.question} name={asked ? nameOf(asked) : ''} />
    </DoorContext>
  );
}

/** Read out once, whatever the screen shows. */
function useAnnounceEntry(): (entry: DoorEntry) => void {
  const text = useText();
  const dates = useDates();
  const announce = useAnnounce();
  return ({ person, already }) => {
    const name = nameOf(person);
    if (person.attendance !== 'in' || !person.last) announce(text('door.announce.undone', { name }));
    else if (already)
      announce(text('door.announce.already', { name, time: dates.write(person.last.at, 'time') }));
    else announce(text('door.announce.in', { name }));
  };
}
