import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { readAnew } from '../../../lib/http/read-anew.js';
import { type Answer, request } from '../../../lib/http/request.js';
import { watchStream } from '../../../lib/realtime/socket.js';

export type StageNow = Answer<'GET /api/evenings/:evening/stage/now'>;

function nowQuery(evening: string) {
  return queryOptions({
    queryKey: ['stage-now', evening],
    queryFn: ({ signal }) => request('GET /api/evenings/:evening/stage/now', { params: { evening }, signal }),
  });
}

/** Phones that all miss the same change do not ask in the same moment. */
const SPREAD_MS = 1_500;

/** Which scene is shown, as its changes tell it: a thousand phones follow without asking. */
export function useStageNow(evening: string): StageNow | undefined {
  const client = useQueryClient();
  const { data } = useQuery(nowQuery(evening));
  const isKnown = data !== undefined;
  useEffect(() => {
    if (!isKnown) return undefined;
    const query = nowQuery(evening);
    const reload = async () => (await readAnew(client, query)).rev;
    const from = client.getQueryData(query.queryKey)?.rev ?? 0;
    return watchStream(`stage:${evening}`, from, {
      onChange: ({ kind, rev, live }) => {
        const told = kind === 'scene' ? (live as Omit<StageNow, 'rev'> | undefined) : undefined;
        if (told) client.setQueryData(query.queryKey, { ...told, rev });
        else setTimeout(() => void reload().catch(() => undefined), Math.random() * SPREAD_MS);
      },
      onResync: reload,
      onRevoked: () => void client.invalidateQueries({ queryKey: ['session'] }),
    });
  }, [client, evening, isKnown]);
  return data;
}
