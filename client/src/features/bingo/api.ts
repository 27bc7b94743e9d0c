import {
  type QueryClient,
  queryOptions,
  usePrefetchQuery,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import { phoneStamp } from '../../lib/http/reach.js';
import { type Answer, request } from '../../lib/http/request.js';
import { keptQuery } from '../../lib/offline/kept-query.js';
import type { Delivery } from '../../lib/offline/outbox/outbox.js';
import { write } from '../../lib/offline/write.js';
import { watchOwn } from '../../lib/realtime/watch-own.js';

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
  useEffect(
    () => watchOwn(registration, () => client.invalidateQueries({ queryKey: mine(registration) })),
    [client, registration],
  );
}

function keepCard(client: QueryClient, registration: string, card: CardView): void {
  client.setQueryData(cardQuery(registration).queryKey, card);
}

const waitsFor = (registration: string) => `registration:${registration}` as const;

/** Notes a meeting; without network it waits on this phone, and only the code or badge is known of the other. */
export async function scan(
  client: QueryClient,
  registration: string,
  who: Who,
): Promise<Delivery<ScanAnswer>> {
  const delivery = await write(
    'POST /api/me/:registration/encounters',
    waitsFor(registration),
    { params: { registration }, body: { who, offline: phoneStamp() } },
    { label: who.by === 'code' ? { code: who.code } : { badge: who.token } },
  );
  if (delivery.kind === 'delivered') {
    keepCard(client, registration, delivery.answer.card);
    await client.invalidateQueries({ queryKey: encountersQuery(registration).queryKey });
  }
  return delivery;
}

/** Puts somebody met in a square; without network the mark waits. */
export async function mark(
  client: QueryClient,
  registration: string,
  encounter: string,
  square: number,
): Promise<CardChange | undefined> {
  const delivery = await write(
    'POST /api/me/:registration/encounters/:encounter/mark',
    waitsFor(registration),
    { params: { registration, encounter }, body: { square, offline: phoneStamp() } },
  );
  if (delivery.kind === 'waiting') return undefined;
  keepCard(client, registration, delivery.answer.card);
  return delivery.answer;
}

/** A square for somebody whose meeting waits itself. */
export async function markWaiting(registration: string, scanned: string, square: number): Promise<void> {
  await write(
    'POST /api/me/:registration/encounters/:encounter/mark',
    waitsFor(registration),
    { params: { registration, encounter: '' }, body: { square, offline: phoneStamp() } },
    { follows: { operationId: scanned, param: 'encounter', from: 'encounter.id' } },
  );
}

/** Moves a mark. Not without network: the other squares of the card are the server's to judge. */
export async function move(
  client: QueryClient,
  registration: string,
  encounter: string,
  square: number,
): Promise<CardChange> {
  const change = await request('PUT /api/me/:registration/encounters/:encounter/mark', {
    params: { registration, encounter },
    body: { square },
  });
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
