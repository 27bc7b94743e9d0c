import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { type Answer, request } from '../../lib/http/request.js';
import { keptQuery } from '../../lib/offline/kept-query.js';

type Account = NonNullable<Answer<'GET /api/session'>['account']>;
export type MemberList = Answer<'GET /api/organisations/:organisation/members'>;

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  ...keptQuery('session', ({ signal }) => request('GET /api/session', { signal })),
});

export function membersQuery(organisation: string) {
  return queryOptions({
    queryKey: ['members', organisation],
    queryFn: ({ signal }) =>
      request('GET /api/organisations/:organisation/members', { params: { organisation }, signal }),
  });
}

export const passkeysQuery = queryOptions({
  queryKey: ['passkeys'],
  queryFn: ({ signal }) => request('GET /api/account/passkeys', { signal }),
});

/** Who is signed in as an organiser, helper or access host; null when nobody is. */
export function useAccount(): Account | null {
  return useSuspenseQuery(sessionQuery).data.account;
}
