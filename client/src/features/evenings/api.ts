import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type Answer, request } from '../../lib/http/request.js';

export type Evening = Answer<'GET /api/evenings/:evening'>;
export type ListedEvening = Answer<'GET /api/organisations/:organisation/evenings'>['evenings'][number];

function eveningQuery(evening: string) {
  return queryOptions({
    queryKey: ['evening', evening],
    queryFn: ({ signal }) => request('GET /api/evenings/:evening', { params: { evening }, signal }),
  });
}

export function eveningListQuery(organisation: string) {
  return queryOptions({
    queryKey: ['evenings', organisation],
    queryFn: ({ signal }) =>
      request('GET /api/organisations/:organisation/evenings', { params: { organisation }, signal }),
  });
}

export function crewDevicesQuery(evening: string) {
  return queryOptions({
    queryKey: ['crew-devices', evening],
    queryFn: ({ signal }) =>
      request('GET /api/evenings/:evening/crew-devices', { params: { evening }, signal }),
    // A phone that claims its QR shows up while the organiser still looks at it.
    refetchInterval: 5_000,
  });
}

export function useEvening(evening: string): Evening {
  return useSuspenseQuery(eveningQuery(evening)).data;
}

/** Puts an evening that a write answered with where reads find it; lists are read anew. */
export function useShowEvening(): (evening: Evening) => void {
  const client = useQueryClient();
  return (evening) => {
    client.setQueryData(eveningQuery(evening.id).queryKey, evening);
    void client.invalidateQueries({ queryKey: ['evenings'] });
  };
}
