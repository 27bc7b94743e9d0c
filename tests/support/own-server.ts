import pg from 'pg';
import { startBuiltServer } from './built-server.js';
import { type Hillo, standOn } from './e2e.js';

export interface OwnServer {
  /** How its links and browsers name it. */
  readonly url: string;
  readonly hillo: Hillo;
  /** A hash of every row of every table: the same before and after means that nothing was written. */
  digest(): Promise<string>;
  stop(): Promise<void>;
}

/** Rows that come by themselves: the picture of the room is told a second after somebody came in. */
const OWN_ACCORD: Readonly<Record<string, string>> = {
  streams: "name LIKE 'pulse:%'",
  stream_changes: "stream LIKE 'pulse:%'",
};

/** The built server on a database that no other test writes to. */
export async function startOwnServer(host = 'localhost'): Promise<OwnServer> {
  const own = new URL(process.env['HILLO_E2E_DATABASE'] ?? '');
  const administrator = new pg.Client({ connectionString: own.href });
  await administrator.connect();
  const name = `hillo_own_${process.pid}_${Date.now()}`;
  await administrator.query(`CREATE DATABASE ${name}`);
  await administrator.end();
  own.pathname = `/${name}`;
  const server = await startBuiltServer(own.href, {}, host);
  const hillo = standOn(server.url.replace(host, 'localhost'), own.href);
  const { rows } = await hillo.pool.query<{ table: string }>(
    `SELECT quote_ident(table_name) AS table FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
  );
  const rowsOf = ({ table }: { table: string }) =>
    `SELECT '${table}' || t::text AS row FROM ${table} AS t WHERE ${OWN_ACCORD[table] ?? 'false'} IS NOT TRUE`;
  const everyRow = rows.map(rowsOf).join(' UNION ALL ');
  return {
    url: server.url,
    hillo,
    digest: async () => {
      const sql = `SELECT md5(string_agg(row, E'\\n' ORDER BY row)) AS digest FROM (${everyRow}) AS every_row`;
      return (await hillo.pool.query<{ digest: string }>(sql)).rows[0]?.digest ?? '';
    },
    stop: async () => {
      await hillo.pool.end();
      await server.stop();
    },
  };
}
