import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { Failure } from '../failure.js';
import { openCluster, SUPERUSER, type Cluster } from './cluster.js';
import { pulseOf, readLockFile } from './lock-file.js';

const START_LIMIT_MS = 60_000;
const ATTEMPTS = 5;
/** Any number will do, as long as every start takes the same one. */
const IN_USE_LOCK = 447_001;
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];

export interface PostgresOptions {
  /** Holds the cluster, its password (0600) and its log; made when missing. */
  dataDir: string;
  /** A free one is taken when none is given; a server that already runs keeps its own. */
  port?: number;
  /** For tests only: nothing is flushed to disk, so a crash of the machine loses data. */
  fast?: boolean;
}

export interface RunningPostgres {
  url: string;
  /** Ends the server, unless another process that started it too still uses it. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on loopback, or adopts the one that already runs on this folder (left there by a killed process).
 * Resolves when it answers. Throws `Failure` when it cannot.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const cluster = openCluster(options.dataDir, { sync: !options.fast });
  const port = (await adopt(cluster)) ?? (await launch(cluster, options));
  const urlOf = (database: string) =>
    `postgres://${SUPERUSER}:${cluster.password}@127.0.0.1:${port}/${database}`;

  const keeper = new Client({ connectionString: urlOf('postgres') });
  keeper.on('error', () => undefined); // The database ended first; whoever uses it notices by its own connections.
  await keeper.connect();
  await keeper.query('select pg_advisory_lock_shared($1)', [IN_USE_LOCK]);
  const found = await keeper.query('select from pg_database where datname = $1', [SUPERUSER]);
  if (found.rowCount === 0) await keeper.query(`create database ${SUPERUSER}`).catch(unlessMadeMeanwhile);

  let stopping: Promise<void> | undefined;
  return { url: urlOf(SUPERUSER), stop: () => (stopping ??= stop(cluster, keeper)) };
}

async function adopt(cluster: Cluster): Promise<number | undefined> {
  const until = Date.now() + START_LIMIT_MS;
  while (Date.now() < until) {
    const lock = readLockFile(cluster.folder);
    const pulse = lock ? pulseOf(lock.pid) : 'dead';
    if (!lock || pulse === 'dead') return undefined;
    if (pulse === 'alive') {
      if (lock.port && (await answers(cluster, lock.port)) === 'ours') return lock.port;
      if (!looksLikePostgres(lock.pid)) return undefined;
    }
    await sleep(100);
  }
  throw new Failure(`The database in ${cluster.folder} is held by another process and does not answer.`);
}

/** After a restart of the machine the number in the lock file may belong to any other process. */
function looksLikePostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return process.platform !== 'linux';
  }
}

async function launch(cluster: Cluster, options: PostgresOptions): Promise<number> {
  let reason = '';
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const port = options.port ?? (await freePort());
    const settings = [
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'timezone=UTC',
      'log_timezone=UTC',
    ];
    const child = cluster.run('postgres', [
      `-D${cluster.folder}`,
      `-p${port}`,
      ...[...settings, ...(options.fast ? FAST : [])].flatMap((setting) => ['-c', setting]),
    ]);
    let failed: string | undefined;
    child.once('error', (error) => (failed = error.message));
    child.unref();
    const until = Date.now() + START_LIMIT_MS;
    const ended = () => failed !== undefined || child.exitCode !== null || child.signalCode !== null;
    while (!ended() && Date.now() < until) {
      if ((await answers(cluster, port)) === 'ours') return port;
      await sleep(30);
    }
    if (!ended()) child.kill('SIGINT');
    reason = failed ?? lastLine(cluster.log);
    // A port just taken, or backends of a killed server that have not all left yet: both pass.
    await sleep(400);
  }
  throw new Failure(`PostgreSQL did not start (${reason}); its log is ${cluster.log}.`);
}

async function answers(cluster: Cluster, port: number): Promise<'ours' | 'no'> {
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: SUPERUSER,
    password: cluster.password,
    database: 'postgres',
    connectionTimeoutMillis: 2_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return rows[0]?.data_directory === cluster.folder ? 'ours' : 'no';
  } catch {
    return 'no';
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function stop(cluster: Cluster, keeper: Client): Promise<void> {
  const alone = await lastUser(keeper);
  await keeper.end().catch(() => undefined);
  const lock = readLockFile(cluster.folder);
  if (!alone || !lock || pulseOf(lock.pid) !== 'alive' || !looksLikePostgres(lock.pid)) return;
  process.kill(lock.pid, 'SIGINT'); // "fast": ends sessions, writes a checkpoint
  while (pulseOf(lock.pid) === 'alive') await sleep(20);
}

async function lastUser(keeper: Client): Promise<boolean> {
  try {
    await keeper.query('select pg_advisory_unlock_shared($1)', [IN_USE_LOCK]);
    const { rows } = await keeper.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [
      IN_USE_LOCK,
    ]);
    return rows[0]?.alone ?? true;
  } catch {
    return true;
  }
}

function unlessMadeMeanwhile(error: Error): void {
  if (!/already exists|duplicate key/.test(error.message)) throw error;
}

function lastLine(file: string): string {
  return readFileSync(file, 'utf8').trim().split('\n').at(-1) ?? '';
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
