import {
  queryOptions,
  useMutation,
  type UseMutationResult,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import { readAnew } from '../../lib/http/read-anew.js';
import { type Answer, request } from '../../lib/http/request.js';
import { keptQuery } from '../../lib/offline/kept-query.js';
import { watchOwn } from '../../lib/realtime/watch-own.js';

export type Suggestions = Answer<'GET /api/me/:registration/suggestions'>;
export type SuggestedPerson = Suggestions['people'][number];

/** Asked anew while it is shown: that somebody came, or may not be told of any more, is on nobody else's stream. */
const ASKED_EACH_MS = 30_000;

function suggestionsQuery(registration: string) {
  return queryOptions({
    queryKey: ['me', registration, 'suggestions'],
    refetchInterval: ASKED_EACH_MS,
    staleTime: 0,
    ...keptQuery(`registration:${registration}`, ({ signal }) =>
      request('GET /api/me/:registration/suggestions', { params: { registration }, signal }),
    ),
  });
}

/** Whom to meet, read anew with every change of the own stream: a meeting, a wish, another phone of the same person. */
export function useSuggestions(registration: string): Suggestions {
  const client = useQueryClient();
  useEffect(
    () =>
      watchOwn(registration, () => readAnew(client, suggestionsQuery(registration)).catch(() => undefined)),
    [client, registration],
  );
  return useSuspenseQuery(suggestionsQuery(registration)).data;
}

export type Choice =
  | { readonly kind: 'wanted'; readonly wanted: boolean }
  | { readonly kind: 'dismiss'; readonly person: SuggestedPerson }
  | { readonly kind: 'restore' }
  | { readonly kind: 'told'; readonly offersMayBeTold: boolean };

async function send(registration: string, choice: Choice): Promise<Suggestions | undefined> {
  const params = { registration };
  switch (choice.kind) {
    case 'wanted':
      return request('PUT /api/me/:registration/suggestions/wanted', {
        params,
        body: { wanted: choice.wanted },
      });
    case 'dismiss':
      return request('PUT /api/me/:registration/suggestions/:person/dismissal', {
        params: { registration, person: choice.person.id },
      });
    case 'restore':
      return request('DELETE /api/me/:registration/suggestions/dismissals', { params });
    case 'told':
      // A box of the own registration, kept as a consent.
      await request('PATCH /api/me/:registration', {
        params,
        body: { offersMayBeTold: choice.offersMayBeTold },
      });
      return undefined;
  }
}

/** What one chooses here; a second tap while the first is on its way does nothing. */
export function useChoice(registration: string): UseMutationResult<Suggestions | undefined, Error, Choice> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (choice: Choice) => send(registration, choice),
    onSuccess: async (answer) => {
      if (answer) client.setQueryData(suggestionsQuery(registration).queryKey, answer);
      else await client.invalidateQueries({ queryKey: ['own-page', registration] });
    },
    // Somebody put aside may not be told of any more: then the list is what has changed.
    onSettled: () => readAnew(client, suggestionsQuery(registration)).catch(() => undefined),
  });
}
