import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { type Answer, request, type RequestInput } from '../../lib/http/request.js';

export type ComingPerson = Answer<'GET /api/evenings/:evening/registrations'>['people'][number];
export type ComingDetails = Answer<'GET /api/evenings/:evening/registrations/:registration'>;
export type ComingSummary = Answer<'GET /api/evenings/:evening/registrations/summary'>;
export type AccessNeedsTask = Answer<'GET /api/evenings/:evening/access-needs'>['tasks'][number];
export type Move = NonNullable<
  RequestInput<'POST /api/evenings/:evening/registrations/:registration/moves'>['body']
>['move'];
type Query = NonNullable<RequestInput<'GET /api/evenings/:evening/registrations'>['query']>;
export type Narrowed = Pick<Query, 'search' | 'filter' | 'side'>;

export function comingQuery(evening: string, narrowed: Narrowed) {
  return infiniteQueryOptions({
    queryKey: ['coming', evening, 'list', narrowed],
    queryFn: ({ pageParam, signal }) =>
      request('GET /api/evenings/:evening/registrations', {
        params: { evening },
        query: { ...narrowed, ...(pageParam === '' ? {} : { after: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}

export function summaryQuery(evening: string) {
  return queryOptions({
    queryKey: ['coming', evening, 'summary'],
    queryFn: ({ signal }) =>
      request('GET /api/evenings/:evening/registrations/summary', { params: { evening }, signal }),
  });
}

export function comingDetailsQuery(evening: string, registration: string) {
  return queryOptions({
    queryKey: ['coming', evening, 'one', registration],
    queryFn: ({ signal }) =>
      request('GET /api/evenings/:evening/registrations/:registration', {
        params: { evening, registration },
        signal,
      }),
    staleTime: 0,
  });
}

export function accessNeedsQuery(evening: string) {
  return queryOptions({
    queryKey: ['access-needs', evening],
    queryFn: ({ signal }) =>
      request('GET /api/evenings/:evening/access-needs', { params: { evening }, signal }),
  });
}

/** After a change by hand everything about who is coming is read anew. */
export function useReadComingAnew(evening: string): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: ['coming', evening] });
}
