import { createAdapter as overPostgres } from '@socket.io/postgres-adapter';
import type { Server } from 'socket.io';
import { type Config, ConfigError } from '../../config/index.js';
import { openNotifications } from '../database/index.js';
import type { Log } from '../log/index.js';

type Adapter = Parameters<Server['adapter']>[0] & ((...args: never[]) => unknown);

/** How sockets of several processes hear each other. */
export interface Neighbours {
  readonly adapter: Adapter;
  close(): Promise<void>;
}

const STREAM = 'hillo.sockets';
const REDIS_WITHIN_MS = 3_000;
const REDIS_PAUSE_MS = 2_000;

/** Nothing for one process; else by `REDIS_URL`, or without it by the database. Throws `ConfigError`. */
export async function openNeighbours(
  config: Config,
  log: Log,
  onBack: () => void,
): Promise<Neighbours | undefined> {
  const failed = (error: Error) => log.failure('neighbours-connection', error);
  if (config.REDIS_URL !== undefined) return byRedis(config.REDIS_URL, failed, onBack);
  return config.PROCESSES === 'many' ? byPostgres(config, failed) : undefined;
}

/**
 * NOTIFY is sent by the relay after the commit and never from a transaction. Payloads are ids, far below the 8 kB of a
 * notification, so the adapter's table for large ones is not needed.
 */
function byPostgres(config: Config, failed: (error: Error) => void): Neighbours {
  const notifications = openNotifications(config, failed);
  const adapter = overPostgres(notifications as unknown as Parameters<typeof overPostgres>[0], {
    errorHandler: failed,
    cleanupInterval: 2 ** 31 - 1,
  });
  return { adapter: adapter as Adapter, close: () => notifications.end() };
}

/** A Redis or Valkey that is away is waited for; what was said meanwhile is told when it is back. Loaded only where it is used. */
async function byRedis(url: string, failed: (error: Error) => void, onBack: () => void): Promise<Neighbours> {
  const [{ createClient }, { createAdapter }] = await Promise.all([
    import('redis'),
    import('@socket.io/redis-streams-adapter'),
  ]);
  let reached = false;
  const client = createClient({
    url,
    socket: {
      connectTimeout: REDIS_WITHIN_MS,
      reconnectStrategy: (retries) =>
        reached ? Math.min(50 * 2 ** retries, REDIS_PAUSE_MS) : new Error('not reached'),
    },
  });
  client.on('error', failed);
  client.on('ready', () => {
    if (reached) onBack();
    reached = true;
  });
  await client.connect().catch(() => {
    throw new ConfigError(
      'The Redis or Valkey of REDIS_URL cannot be reached. Start it, or correct REDIS_URL.',
    );
  });
  return {
    adapter: createAdapter(client, {
      streamName: STREAM,
      channelPrefix: STREAM,
      blockTimeInMs: 1_000,
    }) as Adapter,
    close: async () => client.destroy(),
  };
}
