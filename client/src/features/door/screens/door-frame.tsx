import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useReach } from '../../../lib/offline/use-reach.js';
import { useEntries } from '../../../lib/offline/waiting.js';
import { useParams } from '../../../lib/router/routes.js';
import { useDates, useText, TextsProvider } from '../../../lib/texts/texts.js';
import { useAnnounce } from '../../../ui/feedback/announcer.js';
import { doorKey, type DoorSnapshot, useDoor, useLiveDoor } from '../api.js';
import { AdmitDialog } from '../components/admit-dialog.js';
import { DoorEnded, type DoorEnding } from '../components/offline/door-ended.js';
import { nameOf } from '../components/people/person-name.js';
import { useDoorActs } from '../door-acts.js';
import { DoorContext } from '../door-context.js';
import type { DoneHere } from '../offline/acts-without-network.js';
import { doorScope, forgetDoor, isOver, keepList, serverNow } from '../kept-list.js';
import { withWaiting } from '../offline/waiting-acts.js';
import { firstWay } from '../ways.js';

/** Around all screens of one door: its people, live or as kept on this phone, and what was done last. */
export function DoorFrame({ children }: { children: ReactNode }) {
  const { evening = '' } = useParams();
  const client = useQueryClient();
  const [ending, setEnding] = useState<DoorEnding>();
  const end = (kind: DoorEnding['kind']) =>
    void forgetDoor(evening).then((unsent) => {
      client.removeQueries({ queryKey: doorKey(evening) });
      setEnding({ kind, unsent });
    });
  return ending ? (
    <DoorEnded ending={ending} />
  ) : (
    <LiveDoor evening={evening} onEnd={end}>
      {children}
    </LiveDoor>
  );
}

interface LiveDoorProps {
  evening: string;
  onEnd: (kind: DoorEnding['kind']) => void;
  children: ReactNode;
}

function LiveDoor({ evening, onEnd, children }: LiveDoorProps) {
  const snapshot = useDoor(evening);
  const { away } = useReach();
  // Watched from where this phone began; what came since is in the snapshot or comes again, and both do no harm.
  const [since] = useState(snapshot.rev);
  const revoke = () => onEnd('revoked');
  useLiveDoor(evening, since, away, revoke);
  useEffect(() => void keepList(snapshot), [snapshot]);
  useEffect(() => {
    // A timer longer than 24 days would ring at once; the page is not open so long.
    const left = Math.min(Date.parse(snapshot.keepUntil) - serverNow(), 2 ** 31 - 1);
    const timer = setTimeout(() => away && isOver(snapshot) && onEnd('over'), Math.max(0, left));
    return () => clearTimeout(timer);
  }, [snapshot, away, onEnd]);
  return (
    <TextsProvider bundle="door" timeZone={snapshot.evening.timeZone}>
      <ActingDoor evening={evening} known={snapshot} away={away} onRevoked={revoke}>
        {children}
      </ActingDoor>
    </TextsProvider>
  );
}

interface ActingDoorProps {
  evening: string;
  known: DoorSnapshot;
  away: boolean;
  onRevoked: () => void;
  children: ReactNode;
}

function ActingDoor({ evening, known, away, onRevoked, children }: ActingDoorProps) {
  const [way, setWay] = useState(firstWay);
  const entries = useEntries(doorScope(evening));
  const snapshot = useMemo(() => withWaiting(known, entries), [known, entries]);
  const queues = entries.some(({ refusal }) => !refusal);
  const onDone = useAnnounceDone();
  const acts = useDoorActs({ snapshot, queues, onDone, onRevoked });
  const asked = snapshot.people.find(({ id }) => id === acts.question?.figures['registrationId']);
  const announce = useAnnounce();
  const text = useText();
  const doubles = known.people.filter(({ alsoInBy }) => alsoInBy.length > 0).length;
  const told = useRef(doubles);
  useEffect(() => {
    if (doubles > told.current) announce(text('door.offline.doublesTitle', { count: doubles }));
    told.current = doubles;
  }, [doubles, announce, text]);
  return (
    <DoorContext value={{ evening, snapshot, entries, away, acts, way, setWay }}>
      {children}
      <AdmitDialog question={acts.question} name={asked ? nameOf(asked) : ''} away={away} />
    </DoorContext>
  );
}

/** Read out once, whatever the screen shows. */
function useAnnounceDone(): (done: DoneHere) => void {
  const text = useText();
  const dates = useDates();
  const announce = useAnnounce();
  return ({ entry }) => {
    if (!entry) return announce(text('door.offline.unverifiedTitle'));
    const { person, already } = entry;
    const name = nameOf(person);
    if (person.attendance !== 'in' || !person.last) announce(text('door.announce.undone', { name }));
    else if (already)
      announce(text('door.announce.already', { name, time: dates.write(person.last.at, 'time') }));
    else announce(text('door.announce.in', { name }));
  };
}
