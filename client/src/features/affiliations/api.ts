import { infiniteQueryOptions, keepPreviousData, useQueryClient } from '@tanstack/react-query';
import { type Answer, request, type RequestInput } from '../../lib/http/request.js';

type List = Answer<'GET /api/organisations/:organisation/affiliations'>;
export type ListedAffiliation = List['affiliations'][number];
export type AffiliationBody = RequestInput<'POST /api/organisations/:organisation/affiliations'>['body'];
export type LineFault =
  Answer<'POST /api/organisations/:organisation/affiliations/import'>['faults'][number]['code'];

export function affiliationsQuery(organisation: string, narrowed: { search: string; retired: 'yes' | 'no' }) {
  return infiniteQueryOptions({
    queryKey: ['affiliations', organisation, narrowed],
    queryFn: ({ pageParam, signal }) =>
      request('GET /api/organisations/:organisation/affiliations', {
        params: { organisation },
        query: { ...narrowed, ...(pageParam === '' ? {} : { after: pageParam }) },
        signal,
      }),
    // While a search is answered the page stays as it is.
    placeholderData: keepPreviousData,
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}

/** After a change the list is read anew, whatever was searched. */
export function useReadListAnew(organisation: string): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: ['affiliations', organisation] });
}
