import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { readAnew } from '../../../lib/http/read-anew.js';
import { type Answer, request } from '../../../lib/http/request.js';
import { watchStream } from '../../../lib/realtime/socket.js';

export type EveningPrompts = Answer<'GET /api/evenings/:evening/prompts'>;
export type EveningPrompt = EveningPrompts['prompts'][number];
export type Pulse = Answer<'GET /api/evenings/:evening/pulse'>;
export type HostSquares = Answer<'GET /api/evenings/:evening/squares-for'>;
export type MarkedFor = Answer<'POST /api/evenings/:evening/marks-for'>;

export function promptsQuery(evening: string) {
  return queryOptions({
    queryKey: ['evening', evening, 'prompts'],
    queryFn: ({ signal }) => request('GET /api/evenings/:evening/prompts', { params: { evening }, signal }),
  });
}

export function savePrompts(evening: string, prompts: EveningPrompts['prompts']): Promise<EveningPrompts> {
  return request('PUT /api/evenings/:evening/prompts', {
    params: { evening },
    body: { prompts: prompts.map(({ id, coloured, wordings }) => ({ id, coloured, wordings })) },
  });
}

function pulseQuery(evening: string) {
  return queryOptions({
    queryKey: ['evening', evening, 'pulse'],
    queryFn: ({ signal }) => request('GET /api/evenings/:evening/pulse', { params: { evening }, signal }),
  });
}

/** The figures, read anew at each tick of the evening's pulse. */
export function usePulse(evening: string): Pulse {
  const client = useQueryClient();
  const { data } = useSuspenseQuery(pulseQuery(evening));
  const [since] = useState(data.rev);
  useEffect(() => {
    const reload = () => readAnew(client, pulseQuery(evening));
    return watchStream(`pulse:${evening}`, since, {
      onChange: () => void reload().catch(() => undefined),
      onResync: async () => (await reload()).rev,
      // A host's device that the organiser ended: who one may be is asked again.
      onRevoked: () => void client.invalidateQueries({ queryKey: ['session'] }),
    });
  }, [client, evening, since]);
  return data;
}

export interface Codes {
  readonly owner: string;
  readonly other: string;
}

export function squaresFor(evening: string, { owner, other }: Codes): Promise<HostSquares> {
  return request('GET /api/evenings/:evening/squares-for', { params: { evening }, query: { owner, other } });
}

export function markFor(evening: string, { owner, other }: Codes, square: number): Promise<MarkedFor> {
  return request('POST /api/evenings/:evening/marks-for', {
    params: { evening },
    body: { owner, other, square },
  });
}
