import { Socket } from 'node:net';
import { DataSource, type EntityTarget, type MigrationInterface, type ObjectLiteral } from 'typeorm';
import { runMigrations as migrateJobs } from 'graphile-worker';
import type { Config } from '../../config/index.js';
import { SILENT_JOBS } from './silent-jobs.js';
import { SnakeNaming } from './snake-naming.js';

export interface Schema {
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  readonly migrations: readonly (new () => MigrationInterface)[];
}

/**
 * A connection to PostgreSQL that sends what was written in one turn of the event loop as one packet: a system call costs
 * more than most of what we do with its result.
 */
function gatheringSocket(): Socket {
  const socket = new Socket();
  // `connect` puts the original back, so it is replaced afterwards.
  socket.once('connect', () => {
    const write = socket.write.bind(socket) as (...chunk: unknown[]) => boolean;
    let gathering = false;
    socket.write = (...chunk: unknown[]) => {
      if (!gathering) {
        gathering = true;
        socket.cork();
        process.nextTick(() => {
          gathering = false;
          socket.uncork();
        });
      }
      return write(...chunk);
    };
  });
  return socket;
}

/** The one connection pool. Schema changes come from migrations only; `synchronize` stays off in every build. */
export function createDataSource(
  config: Pick<Config, 'DATABASE_URL' | 'DATABASE_POOL'>,
  schema: Schema,
): DataSource {
  return new DataSource({
    type: 'postgres',
    url: config.DATABASE_URL,
    entities: [...schema.entities] as (new () => ObjectLiteral)[],
    migrations: [...schema.migrations],
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    logging: false,
    poolSize: config.DATABASE_POOL,
    connectTimeoutMS: 5_000,
    extra: {
      application_name: 'hillo',
      idleTimeoutMillis: 30_000,
      // Statements that do not wait for one another leave in one packet.
      pipeline: true,
      stream: gatheringSocket,
    },
  });
}

const MIGRATION_LOCK = 4_455_106;

/** Brings the schema up to date; two processes starting at once take turns by an advisory lock (T25). */
export async function migrate(source: DataSource, databaseUrl: string): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await source.runMigrations();
    await migrateJobs({ connectionString: databaseUrl, logger: SILENT_JOBS });
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await runner.release();
  }
}
