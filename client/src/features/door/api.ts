import { type QueryClient, queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { readAnew } from '../../lib/http/read-anew.js';
import { type Answer, request, type RequestInput } from '../../lib/http/request.js';
import { watchStream } from '../../lib/realtime/socket.js';
import { isRevoked, readList } from './kept-list.js';
import { PeopleFollower } from './people-follower.js';

const WALK_IN = 'POST /api/evenings/:evening/door/walk-ins';
type Listed = Answer<'GET /api/evenings/:evening/door'>;
export type DoorSnapshot = Omit<Listed, 'people'> & { readonly people: readonly DoorPerson[] };
/** `waits`: what is shown was done on this phone, and the server does not know of it yet. */
export type DoorPerson = Listed['people'][number] & { readonly waits?: true };
export type DoorEntry = Omit<Answer<'POST /api/evenings/:evening/door/check-ins'>, 'person' | 'party'> & {
  readonly person: DoorPerson;
  readonly party: readonly DoorPerson[];
};
export type WalkIn = Omit<RequestInput<typeof WALK_IN>['body'], 'admit' | 'offline'>;
export type CheckInBy =
  { by: 'badge'; token: string } | { by: 'code'; code: string } | { by: 'registration'; id: string };
/** The seats taken in the figures that were shown, when the volunteer said yes. */
export type Admit = { taken: number } | null;

export const doorKey = (evening: string) => ['door', evening] as const;

function doorQuery(evening: string) {
  return queryOptions({
    queryKey: doorKey(evening),
    queryFn: ({ signal, client }) =>
      readList(evening, client.getQueryData<DoorSnapshot>(doorKey(evening)), signal),
    // The stream keeps it current; it is read anew only when something was missed.
    staleTime: Infinity,
  });
}

export function useDoor(evening: string): DoorSnapshot {
  return useSuspenseQuery(doorQuery(evening)).data;
}

/** Puts people as they are now into the snapshot, new ones at its end. */
export function putPeople(client: QueryClient, evening: string, people: readonly DoorPerson[]): void {
  client.setQueryData<DoorSnapshot>(doorKey(evening), (snapshot) => {
    if (!snapshot) return snapshot;
    const byId = new Map([...snapshot.people, ...people].map((person) => [person.id, person]));
    return { ...snapshot, people: [...byId.values()] };
  });
}

/**
 * Who is in and who is missing, live on every phone of the door, and read anew when the network is back. `onRevoked`: this
 * phone may not know it any more.
 */
export function useLiveDoor(evening: string, since: number, away: boolean, onRevoked: () => void): void {
  const client = useQueryClient();
  // The stream may be refused for other reasons too: the list is taken off the phone when the server refuses the list.
  const lookWhetherRevoked = useEffectEvent(() => {
    readAnew(client, doorQuery(evening)).catch((error: unknown) => isRevoked(error) && onRevoked());
  });
  const wasAway = useRef(away);
  useEffect(() => {
    if (wasAway.current && !away) lookWhetherRevoked();
    wasAway.current = away;
  }, [away]);
  useEffect(() => {
    const reload = () => readAnew(client, doorQuery(evening));
    const follower = new PeopleFollower({
      read: (registration) =>
        request('GET /api/evenings/:evening/door/people/:registration', {
          params: { evening, registration },
        }),
      put: (people) => putPeople(client, evening, people),
      reload,
    });
    const stop = watchStream(`door:${evening}`, since, {
      onChange: ({ kind, payload }) => {
        if (kind === 'person')
          follower.changed(String((payload as { registrationId?: string }).registrationId));
        else void reload().catch(() => undefined);
      },
      onResync: async () => (await reload()).rev,
      onRevoked: () => lookWhetherRevoked(),
    });
    return () => {
      stop();
      follower.stop();
    };
  }, [client, evening, since]);
}

/** A write of the door with the network: for how long, and under which name. */
interface Attempt {
  readonly signal: AbortSignal;
  readonly operationId: string;
}

export function checkIn(evening: string, who: CheckInBy, admit: Admit, attempt: Attempt): Promise<DoorEntry> {
  return request('POST /api/evenings/:evening/door/check-ins', {
    params: { evening },
    body: { who, admit },
    ...attempt,
  });
}

export function undoCheckIn(evening: string, registrationId: string, attempt: Attempt): Promise<DoorEntry> {
  return request('POST /api/evenings/:evening/door/undone-check-ins', {
    params: { evening },
    body: { registrationId },
    ...attempt,
  });
}

export function walkIn(
  evening: string,
  walkedIn: WalkIn,
  admit: Admit,
  attempt: Attempt,
): Promise<DoorEntry> {
  return request(WALK_IN, { params: { evening }, body: { ...walkedIn, admit }, ...attempt });
}

/** Asks for listed affiliations with a word that begins so, for a walk-in. */
export function suggestAffiliations(evening: string) {
  return async (typed: string, signal: AbortSignal) => {
    const { suggestions } = await request('GET /api/evenings/:evening/affiliations', {
      params: { evening },
      query: { typed },
      signal,
    });
    return suggestions.map((suggestion) => ({ ...suggestion, detail: suggestion.municipality }));
  };
}
