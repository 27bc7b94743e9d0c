import { type QueryClient, queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { readAnew } from '../../lib/http/read-anew.js';
import { type Answer, request } from '../../lib/http/request.js';
import { keptQuery } from '../../lib/offline/kept-query.js';
import { watchStream } from '../../lib/realtime/socket.js';

export type DrawDesk = Answer<'GET /api/evenings/:evening/draws'>;
export type DeskDraw = DrawDesk['draws'][number];
export type Prize = DrawDesk['prizes'][number];
export type OwnDrawPage = Answer<'GET /api/me/:registration/draw'>;
export type OwnDraw = NonNullable<OwnDrawPage['draw']>;
export type DrawProof = Answer<'GET /api/public/draws/:draw/proof.json'>;
export type PassReason = DeskDraw['winners'][number]['passed'][number]['reason'];
export type VoidReason = NonNullable<DeskDraw['voided']>['reason'];

export function deskQuery(evening: string) {
  return queryOptions({
    queryKey: ['draw', evening],
    queryFn: ({ signal }) => request('GET /api/evenings/:evening/draws', { params: { evening }, signal }),
  });
}

/** Asked anew every few seconds while it is shown: silence is no event that a socket could tell of. */
export function silentPhonesQuery(evening: string) {
  return queryOptions({
    queryKey: ['draw', evening, 'silent-phones'],
    queryFn: ({ signal }) =>
      request('GET /api/evenings/:evening/draws/silent-phones', { params: { evening }, signal }),
    refetchInterval: 5_000,
    staleTime: 0,
  });
}

/** Under the key of everything of one attendee: a change of the own stream makes it stale too. */
export function ownDrawQuery(registration: string) {
  return queryOptions({
    queryKey: ['me', registration, 'draw'],
    ...keptQuery(`registration:${registration}`, ({ signal }) =>
      request('GET /api/me/:registration/draw', { params: { registration }, signal }),
    ),
  });
}

interface Snapshot {
  readonly rev: number;
  readonly evening: { readonly id: string };
}

/** Reads the page anew with every step of the evening's draw, whoever takes it. */
function useLiveDraw(reload: (client: QueryClient) => Promise<Snapshot>, { rev, evening }: Snapshot): void {
  const client = useQueryClient();
  useEffect(
    () =>
      watchStream(`draw:${evening.id}`, rev, {
        // What is being called is for the big screen: nothing on this page changes by it.
        onChange: ({ kind }) => void (kind === 'calls' ? undefined : reload(client)),
        onResync: async () => (await reload(client)).rev,
        onRevoked: () => void client.invalidateQueries({ queryKey: ['session'] }),
      }),
    // `rev` is where the first snapshot began; the follower itself keeps count from there.
    // oxlint-disable-next-line react/exhaustive-deps
    [client, evening.id],
  );
}

export function useDesk(evening: string): DrawDesk {
  const { data } = useSuspenseQuery(deskQuery(evening));
  useLiveDraw((client) => readAnew(client, deskQuery(evening)), data);
  return data;
}

export function useOwnDraw(registration: string): OwnDrawPage {
  const { data } = useSuspenseQuery(ownDrawQuery(registration));
  useLiveDraw((client) => readAnew(client, ownDrawQuery(registration)), data);
  return data;
}

export function savePrizes(evening: string, prizes: readonly Prize[]): Promise<DrawDesk> {
  return request('PUT /api/evenings/:evening/prizes', { params: { evening }, body: { prizes: [...prizes] } });
}

export function beginDraw(evening: string): Promise<DrawDesk> {
  return request('POST /api/evenings/:evening/draws', { params: { evening } });
}

export function freezeDraw(evening: string, draw: string): Promise<DrawDesk> {
  return request('POST /api/evenings/:evening/draws/:draw/freeze', { params: { evening, draw } });
}

/** The room sees what is typed while it is typed. It decides nothing, so nobody waits for it and a failure is not told. */
export function showCalls(evening: string, draw: string, calls: readonly string[]): void {
  request('PUT /api/evenings/:evening/draws/:draw/calls', {
    params: { evening, draw },
    body: { calls: [...calls] },
  }).catch(() => undefined);
}

export function callNumbers(
  evening: string,
  draw: string,
  calls: [string, string, string],
): Promise<DrawDesk> {
  return request('POST /api/evenings/:evening/draws/:draw/public-number', {
    params: { evening, draw },
    body: { calls },
  });
}

export function revealDraw(evening: string, draw: string): Promise<DrawDesk> {
  return request('POST /api/evenings/:evening/draws/:draw/reveal', { params: { evening, draw } });
}

export function passTicket(
  evening: string,
  draw: string,
  body: { ticket: string; reason: PassReason },
): Promise<DrawDesk> {
  return request('POST /api/evenings/:evening/draws/:draw/passed-tickets', {
    params: { evening, draw },
    body,
  });
}

export function handOver(evening: string, draw: string, ticket: string, withWhom: string): Promise<DrawDesk> {
  return request('PUT /api/evenings/:evening/draws/:draw/handed-over/:ticket', {
    params: { evening, draw, ticket },
    body: { withWhom },
  });
}

export function takeBack(evening: string, draw: string, ticket: string): Promise<DrawDesk> {
  return request('DELETE /api/evenings/:evening/draws/:draw/handed-over/:ticket', {
    params: { evening, draw, ticket },
  });
}

export function voidDraw(
  evening: string,
  draw: string,
  body: { reason: VoidReason; words: string },
): Promise<DrawDesk> {
  return request('POST /api/evenings/:evening/draws/:draw/void', { params: { evening, draw }, body });
}

export function fetchProof(draw: string): Promise<DrawProof> {
  return request('GET /api/public/draws/:draw/proof.json', { params: { draw } });
}

/** Joins the draw or leaves it; the box is a consent of the own registration. */
export async function setOptIn(client: QueryClient, registration: string, drawOptIn: boolean): Promise<void> {
  await request('PATCH /api/me/:registration', { params: { registration }, body: { drawOptIn } });
  await readAnew(client, ownDrawQuery(registration));
}
