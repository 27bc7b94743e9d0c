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
  return pool;
}
