import { request } from '../http/request.js';
import { watchStream } from './socket.js';

/** Reads anew whatever changes on the stream of one attendee. Ends with the returned function. */
export function watchOwn(registration: string, reload: () => Promise<unknown>): () => void {
  const stream = `registration:${registration}` as const;
  return watchStream(stream, 0, {
    onChange: () => void reload(),
    onResync: async () => {
      const { rev } = await request('GET /api/streams/:stream', { params: { stream } });
      await reload();
      return rev;
    },
  });
}
