import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { readAnew } from '../../../lib/http/read-anew.js';
import { type Answer, request } from '../../../lib/http/request.js';
import { keptQuery } from '../../../lib/offline/kept-query.js';
import { watchStream } from '../../../lib/realtime/socket.js';
import { readUpTo } from '../read-up-to.js';

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
    let heard = client.getQueryData(query.queryKey)?.rev ?? 0;
    const reload = () =>
      readUpTo(
        () => heard,
        () => readAnew(client, query),
      );
    return watchStream(`draw:${evening}`, heard, {
      onChange: ({ kind, rev, payload }) => {
        heard = rev;
        const shown = client.getQueryData(query.queryKey);
        const after = kind === 'calls' && shown ? withCalls({ ...shown, rev }, payload) : undefined;
        if (after) client.setQueryData(query.queryKey, after);
        else void reload().catch(() => undefined);
      },
      onResync: reload,
      onRevoked: () => void client.invalidateQueries({ queryKey: ['session'] }),
    });
  }, [client, evening, isRead]);
  return data;
}

/** Undefined when the step before has not been read yet. */
function withCalls(shown: ShownDraw, payload: unknown): ShownDraw | undefined {
  const { drawId, calls } = payload as { drawId: string; calls: string };
  return shown.draw?.id === drawId && shown.draw.state === 'frozen'
    ? { ...shown, draw: { ...shown.draw, calls: calls.split(',') } }
    : undefined;
}
