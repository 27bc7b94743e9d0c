import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { RoomPicture } from '@hillo/domain/pulse';
import { readAnew } from '../../../lib/http/read-anew.js';
import { type Answer, request } from '../../../lib/http/request.js';
import { keptQuery } from '../../../lib/offline/kept-query.js';
import { watchStream } from '../../../lib/realtime/socket.js';
import { readUpTo } from '../read-up-to.js';

type RoomSnapshot = Answer<'GET /api/evenings/:evening/pulse/room'>;

function roomQuery(evening: string) {
  return queryOptions({
    queryKey: ['room', evening],
    ...keptQuery<RoomSnapshot>(`stage:${evening}`, ({ signal }) =>
      request('GET /api/evenings/:evening/pulse/room', { params: { evening }, signal }),
    ),
  });
}

/** Screens that all miss the same change do not ask in the same moment. */
const SPREAD_MS = 1_500;

/** The room as it is now: each tick carries it whole. Undefined until it was read for the first time. */
export function useRoom(evening: string): RoomPicture | undefined {
  const client = useQueryClient();
  const { data } = useQuery(roomQuery(evening));
  const isRead = data !== undefined;
  useEffect(() => {
    if (!isRead) return undefined;
    const query = roomQuery(evening);
    let heard = client.getQueryData(query.queryKey)?.rev ?? 0;
    const reload = () =>
      readUpTo(
        () => heard,
        () => readAnew(client, query),
      );
    return watchStream(`pulse:${evening}`, heard, {
      onChange: ({ rev, live }) => {
        heard = rev;
        if (live) client.setQueryData(query.queryKey, { ...(live as Omit<RoomSnapshot, 'rev'>), rev });
        else setTimeout(() => void reload().catch(() => undefined), Math.random() * SPREAD_MS);
      },
      onResync: reload,
      onRevoked: () => void client.invalidateQueries({ queryKey: ['session'] }),
    });
  }, [client, evening, isRead]);
  return data;
}
