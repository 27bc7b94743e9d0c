import pg from 'pg';
import type { Config } from '../../config/index.js';

/** A small pool of its own for LISTEN and NOTIFY: a listening connection is never given back. */
export function openNotificationPool(config: Config, onError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString: config.DATABASE_URL,
    max: 2,
    application_name: 'hillo-sockets',
  });
  pool.on('error', onError);
  // The pool listens to its clients only while nobody has them; the one that listens for notifications is never given back.
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}

export type OwnConnection = Pick<pg.Client, 'query' | 'end'>;

/** One connection outside the pool: what its session holds is held for as long as this process is connected. */
export async function openConnection(
  databaseUrl: string,
  onLost: (connection: OwnConnection) => void,
): Promise<OwnConnection> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'hillo-lifeline' });
  client.on('error', () => onLost(client));
  client.on('end', () => onLost(client));
  await client.connect();
  return client;
}
