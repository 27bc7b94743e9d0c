import { openConnection, type OwnConnection } from '../database/index.js';

const HOLD = 'SELECT pg_advisory_lock($1, hashtext($2))';
const FREE = `
  SELECT graphile_worker.force_unlock_workers(array_agg(locked_by)) FROM (
    SELECT DISTINCT locked_by FROM graphile_worker.jobs WHERE locked_by IS NOT NULL AND locked_by <> ALL($2::text[])
  ) AS taken WHERE pg_try_advisory_xact_lock($1, hashtext(locked_by)) HAVING count(*) > 0`;

/** The first half of our advisory locks; the other is the worker's name. */
const WORKERS = 4_455_107;

/**
 * Tells living workers from dead ones. graphile-worker gives back the jobs of a worker that died after four hours, which
 * is later than the evening. So each worker holds an advisory lock for as long as its process is connected, and whoever
 * finds a job taken by a worker without one gives it back. Where the connection breaks and the process lives, a job may
 * run twice, as handlers must bear anyway.
 */
export class Lifeline {
  private connection: OwnConnection | undefined;
  private workers: string[] = [];

  constructor(private readonly databaseUrl: string) {}

  /** The worker that this process runs from now on. */
  async hold(worker: string): Promise<void> {
    this.workers.push(worker);
    await this.connection?.query(HOLD, [WORKERS, worker]);
  }

  /** Gives back every job whose worker is dead. Rejects when the database is away. */
  async freeJobsOfTheDead(): Promise<void> {
    const connection = await this.connected();
    await connection.query(FREE, [WORKERS, this.workers]);
  }

  async close(): Promise<void> {
    const { connection } = this;
    this.connection = undefined;
    this.workers = [];
    await connection?.end();
  }

  private async connected(): Promise<OwnConnection> {
    if (this.connection) return this.connection;
    const connection = await openConnection(this.databaseUrl, (lost) => {
      if (this.connection === lost) this.connection = undefined;
    });
    for (const worker of this.workers) await connection.query(HOLD, [WORKERS, worker]);
    this.connection = connection;
    return connection;
  }
}
