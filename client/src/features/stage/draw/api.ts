import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { readAnew } from '../../../lib/http/read-anew.js';
import { type Answer, request } from '../../../lib/http/request.js';
import { keptQuery } from '../../../lib/offline/kept-query.js';
import { watchStream } from '../../../lib/realtime/socket.js';

export type ShownDraw = Answer<'GET /api/evenings/:evening/draws/shown'>;
export type Drawn = NonNullable<ShownDraw['draw']>;

function drawQuery(evening: string) {
  return queryOptions({
    queryKey: ['shown-draw', evening],
    ...keptQuery<ShownDraw>(`stage:${evening}`, ({ signal }) =>
      request('GET /api/evenings/:evening/draws/shown', { params: { evening }, signal }),
    ),
  });
}

/** The latest draw, read anew with each of its steps; what the room calls comes with its change. */
export function useShownDraw(evening: string): ShownDraw | undefined {
  const client = useQueryClient();
  const { data } = useQuery(drawQuery(evening));
  const isRead = data !== undefined;
  useEffect(() => {
    if (!isRead) return undefined;
    const query = drawQuery(evening);
    const reload = async () => (await readAnew(client, query)).rev;
    return watchStream(`draw:${evening}`, client.getQueryData(query.queryKey)?.rev ?? 0, {
      onChange: ({ kind, rev, payload }) => {
        if (kind === 'calls')
          client.setQueryData(query.queryKey, (shown) => shown && withCalls({ ...shown, rev }, payload));
        else void reload().catch(() => undefined);
      },
      onResync: reload,
      onRevoked: () => void client.invalidateQueries({ queryKey: ['session'] }),
    });
  }, [client, evening, isRead]);
  return data;
}

function withCalls(shown: ShownDraw, payload: unknown): ShownDraw {
  const { drawId, calls } = payload as { drawId: string; calls: string };
  return shown.draw?.id === drawId && shown.draw.state === 'frozen'
    ? { ...shown, draw: { ...shown.draw, calls: calls.split(',') } }
    : shown;
}
