import { type QueryClient, queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { readAnew } from '../../lib/http/read-anew.js';
import { type Answer, request } from '../../lib/http/request.js';
import { watchStream } from '../../lib/realtime/socket.js';
import { PeopleFollower } from './people-follower.js';

export type DoorSnapshot = Answer<'GET /api/evenings/:evening/door'>;
export type DoorPerson = DoorSnapshot['people'][number];
export type DoorEntry = Answer<'POST /api/evenings/:evening/door/check-ins'>;
export type CheckInBy =
  { by: 'badge'; token: string } | { by: 'code'; code: string } | { by: 'registration'; id: string };
/** The seats taken in the figures that were shown, when the volunteer said yes. */
export type Admit = { taken: number } | null;

export const doorKey = (evening: string) => ['door', evening] as const;

function doorQuery(evening: string) {
  return queryOptions({
    queryKey: doorKey(evening),
    queryFn: ({ signal }) => request('GET /api/evenings/:evening/door', { params: { evening }, signal }),
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

/** Who is in and who is missing, live on every phone of the door. */
export function useLiveDoor(evening: string, since: number): void {
  const client = useQueryClient();
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
      onChange: ({ payload }) =>
        follower.changed(String((payload as { registrationId?: string }).registrationId)),
      onResync: async () => (await reload()).rev,
      onRevoked: () => void client.invalidateQueries({ queryKey: doorKey(evening) }),
    });
    return () => {
      stop();
      follower.stop();
    };
  }, [client, evening, since]);
}

export function checkIn(evening: string, who: CheckInBy, admit: Admit): Promise<DoorEntry> {
  return request('POST /api/evenings/:evening/door/check-ins', { params: { evening }, body: { who, admit } });
}

export function undoCheckIn(evening: string, registrationId: string): Promise<DoorEntry> {
  return request('POST /api/evenings/:evening/door/undone-check-ins', {
    params: { evening },
    body: { registrationId },
  });
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
