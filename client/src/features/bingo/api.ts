import {
  type QueryClient,
  queryOptions,
  usePrefetchQuery,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import { type Answer, request } from '../../lib/http/request.js';
import { keptQuery } from '../../lib/offline/kept-query.js';
import { watchStream } from '../../lib/realtime/socket.js';

export type CardView = Answer<'GET /api/me/:registration/card'>;
export type CardPrompt = CardView['prompts'][number];
export type CardChange = Answer<'POST /api/me/:registration/encounters/:encounter/mark'>;
export type ScanAnswer = Answer<'POST /api/me/:registration/encounters'>;
export type Encounter = ScanAnswer['encounter'];
export type Who = { by: 'badge'; token: string } | { by: 'code'; code: string };

/** Everything of one attendee is kept under this key: a change of the own stream makes it stale. */
const mine = (registration: string) => ['me', registration] as const;

function cardQuery(registration: string) {
  return queryOptions({
    queryKey: [...mine(registration), 'card'],
    ...keptQuery(`registration:${registration}`, ({ signal }) =>
      request('GET /api/me/:registration/card', { params: { registration }, signal }),
    ),
  });
}

function encountersQuery(registration: string) {
  return queryOptions({
    queryKey: [...mine(registration), 'encounters'],
    ...keptQuery(`registration:${registration}`, ({ signal }) =>
      request('GET /api/me/:registration/encounters', { params: { registration }, signal }),
    ),
  });
}

/** The card of one attendee and whom they met. */
export function useCard(registration: string) {
  // Both at once: who waits for the card does not come to asking for the meetings.
  usePrefetchQuery(encountersQuery(registration));
  const card = useSuspenseQuery(cardQuery(registration)).data;
  const { encounters } = useSuspenseQuery(encountersQuery(registration)).data;
  return { card, encounters };
}

/** Offers, notes and marks as they come: whatever changes on the own stream is read anew. */
export function useLiveCard(registration: string): void {
  const client = useQueryClient();
  useEffect(() => {
    const stream = `registration:${registration}` as const;
    const reload = () => client.invalidateQueries({ queryKey: mine(registration) });
    return watchStream(stream, 0, {
      onChange: () => void reload(),
      onResync: async () => {
        const { rev } = await request('GET /api/streams/:stream', { params: { stream } });
        await reload();
        return rev;
      },
    });
  }, [client, registration]);
}

function keepCard(client: QueryClient, registration: string, card: CardView): void {
  client.setQueryData(cardQuery(registration).queryKey, card);
}

export async function scan(client: QueryClient, registration: string, who: Who): Promise<ScanAnswer> {
  const answer = await request('POST /api/me/:registration/encounters', {
    params: { registration },
    body: { who },
  });
  keepCard(client, registration, answer.card);
  await client.invalidateQueries({ queryKey: encountersQuery(registration).queryKey });
  return answer;
}

/** Puts somebody met in a square, or moves the mark that is there already. */
export async function mark(
  client: QueryClient,
  registration: string,
  encounter: string,
  square: number,
  moves: boolean,
): Promise<CardChange> {
  const input = { params: { registration, encounter }, body: { square } };
  const change = moves
    ? await request('PUT /api/me/:registration/encounters/:encounter/mark', input)
    : await request('POST /api/me/:registration/encounters/:encounter/mark', input);
  keepCard(client, registration, change.card);
  return change;
}

export async function takeBack(
  client: QueryClient,
  registration: string,
  encounter: string,
): Promise<CardChange> {
  const change = await request('DELETE /api/me/:registration/encounters/:encounter/mark', {
    params: { registration, encounter },
  });
  keepCard(client, registration, change.card);
  return change;
}
