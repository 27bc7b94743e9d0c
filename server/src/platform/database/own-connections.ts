import pg from 'pg';
import type { Config } from '../../config/index.js';

/** What the adapter of sockets asks of a pool. */
export interface Notifications {
  connect(): Promise<pg.Client & { release(): void }>;
  query(text: string, values: unknown[]): Promise<pg.QueryResult>;
  end(): Promise<void>;
}

/**
 * Connections of their own for NOTIFY and LISTEN. The one that listens is outside the pool: the adapter never gives back one
 * that was lost, so that after a restart of the database the pool would be full of dead ones, and would never end.
 */
export function openNotifications(config: Config, onError: (error: Error) => void): Notifications {
  const line = { connectionString: config.DATABASE_URL, application_name: 'hillo-sockets' };
  const pool = new pg.Pool({ ...line, max: 1 });
  pool.on('error', onError);
  const listening = new Set<pg.Client>();
  return {
    connect: async () => {
      const client = new pg.Client(line);
      client.on('error', onError);
      client.on('end', () => listening.delete(client));
      await client.connect();
      listening.add(client);
      return Object.assign(client, { release: () => void client.end() });
    },
    query: (text, values) => pool.query(text, values),
    end: async () => {
      await Promise.all([...listening].map((client) => client.end()));
      await pool.end();
    },
  };
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
