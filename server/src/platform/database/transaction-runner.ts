import { Inject, Injectable } from '@nestjs/common';
import type { StreamName } from '@hillo/contracts/realtime';
import type { Pool, PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { Clock } from '../clock/index.js';
import { Faults } from '../faults/index.js';
import { Relay } from '../relay/index.js';
import { isUniqueViolation } from './errors.js';
import { send, type Sql } from './prepared.js';
import type { Answer } from './statement-query.js';
import { flushChanges, type QueuedChange } from './stream-changes.js';

/** Reads and statements. Results of hand-written SQL are parsed at this edge. */
export interface Db {
  rows<Row extends z.ZodType>(row: Row, sql: Sql, parameters?: readonly unknown[]): Promise<z.output<Row>[]>;
  first<Row extends z.ZodType>(
    row: Row,
    sql: Sql,
    parameters?: readonly unknown[],
  ): Promise<z.output<Row> | undefined>;
  /** Runs a statement; the count of rows it touched. */
  execute(sql: Sql, parameters?: readonly unknown[]): Promise<number>;
}

export interface JobOptions {
  /** A job with the same key replaces an earlier one that has not started. */
  readonly key?: string;
  readonly runAt?: Date;
}

export interface Transaction extends Db {
  /**
   * Queues a change of a stream: its rev grows in this transaction, sockets hear of it after the commit.
   * @param payload ids and numbers; kept, so that who missed it can catch up
   * @param live what it shows, for those who listen now; kept nowhere, left out when large
   */
  change(
    stream: StreamName,
    kind: string,
    payload?: Readonly<Record<string, string | number | boolean>>,
    live?: unknown,
  ): void;
  /**
   * A statement that leaves together with the commit: nobody waits for it alone, and its failure undoes everything.
   * Where it breaks the unique constraint named `overtakenBy`, somebody else was faster: the work is done once more.
   */
  withCommit(sql: Sql, parameters: readonly unknown[], overtakenBy?: string): void;
  /** Runs once the transaction is in, and never if it is not: for what sits in memory, such as open sockets. */
  afterCommit(action: () => void): void;
  /** Adds a job that exists only if this transaction commits. Payloads carry ids, never personal data or tokens. */
  enqueue(task: string, payload: Readonly<Record<string, unknown>>, options?: JobOptions): Promise<void>;
}

/** What can be asked in a transaction and outside one alike. */
abstract class Statements implements Db {
  protected abstract send(sql: Sql, parameters: readonly unknown[]): Promise<Answer>;

  async rows<Row extends z.ZodType>(row: Row, sql: Sql, parameters: readonly unknown[] = []) {
    const result = await this.send(sql, parameters);
    return result.rows.map((values) => row.parse(values));
  }

  async first<Row extends z.ZodType>(row: Row, sql: Sql, parameters: readonly unknown[] = []) {
    const [found] = await this.rows(row, sql, parameters);
    return found;
  }

  async execute(sql: Sql, parameters: readonly unknown[] = []): Promise<number> {
    const result = await this.send(sql, parameters);
    return result.rowCount;
  }
}

interface Late {
  readonly sql: Sql;
  readonly parameters: readonly unknown[];
}

class ClientTransaction extends Statements implements Transaction {
  readonly changes: QueuedChange[] = [];
  readonly actions: (() => void)[] = [];
  readonly last: Late[] = [];
  readonly rivals: string[] = [];

  constructor(private readonly client: PoolClient) {
    super();
  }

  protected send(sql: Sql, parameters: readonly unknown[]): Promise<Answer> {
    return send(this.client, sql, parameters);
  }

  change(stream: StreamName, kind: string, payload: QueuedChange['payload'] = {}, live?: unknown): void {
    this.changes.push({ stream, kind, payload, live });
  }

  withCommit(sql: Sql, parameters: readonly unknown[], overtakenBy?: string): void {
    this.last.push({ sql, parameters });
    if (overtakenBy !== undefined) this.rivals.push(overtakenBy);
  }

  afterCommit(action: () => void): void {
    this.actions.push(action);
  }

  async enqueue(
    task: string,
    payload: Readonly<Record<string, unknown>>,
    options: JobOptions = {},
  ): Promise<void> {
    await this.client.query(
      'SELECT graphile_worker.add_job($1, payload := $2::json, run_at := $3, job_key := $4, max_attempts := 12)',
      [task, JSON.stringify(payload), options.runAt ?? null, options.key ?? null],
    );
  }
}

/** The statement that waits on a broken connection tells of it; without a listener the process would end. */
const IS_TOLD = (): void => undefined;

async function connect(source: DataSource): Promise<PoolClient> {
  const pool = (source.driver as unknown as { master: Pool }).master;
  const client = await pool.connect();
  if (client.listenerCount('error') === 0) client.on('error', IS_TOLD);
  return client;
}

/** Reads outside a transaction. */
@Injectable()
export class Database extends Statements {
  constructor(@Inject(DataSource) private readonly source: DataSource) {
    super();
  }

  protected async send(sql: Sql, parameters: readonly unknown[]): Promise<Answer> {
    const client = await connect(this.source);
    let failure: Error | undefined;
    try {
      return await send(client, sql, parameters);
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error));
      throw error;
    } finally {
      client.release(failure);
    }
  }
}

/** A refusal leaves nothing behind, whatever was written before it was noticed. */
function isRefusal(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'ok' in result && result.ok === false;
}

const OVERTAKEN = Symbol('overtaken');
/** What overtook is committed and read the next time; a third time would be a fault of ours. */
const ATTEMPTS = 3;

/**
 * The only way to write: load under a lock, decide, save, queue events. READ COMMITTED; scarce things are decided under a
 * row lock of their owner. Stream revs grow in one statement at the end, in name order, so that they neither deadlock nor
 * hold a hot row for long. The connection pipelines (`data-source.ts`): statements sent without waiting in between are one
 * round trip.
 */
@Injectable()
export class TransactionRunner {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Relay) private readonly relay: Relay,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Faults) private readonly faults: Faults,
  ) {}

  async run<Result>(work: (db: Transaction) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      const done = await this.attempt(work, attempt < ATTEMPTS);
      if (done !== OVERTAKEN) return done;
    }
  }

  private async attempt<Result>(
    work: (db: Transaction) => Promise<Result>,
    mayRepeat: boolean,
  ): Promise<Result | typeof OVERTAKEN> {
    const client = await connect(this.source);
    const transaction = new ClientTransaction(client);
    let broken = false;
    try {
      const begun = client.query('BEGIN');
      begun.catch(() => undefined); // the first statement, sent along with it, fails too
      const result = await work(transaction);
      await begun;
      if (isRefusal(result)) {
        await client.query('ROLLBACK');
        return result;
      }
      if (this.faults.armed) await this.faults.at('before-commit');
      const changes = await this.commit(client, transaction);
      if (this.faults.armed) await this.faults.at('before-emit');
      this.relay.publish(changes);
      for (const action of transaction.actions) action();
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {
        broken = true;
      });
      if (mayRepeat && transaction.rivals.some((rival) => isUniqueViolation(error, rival))) return OVERTAKEN;
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** In one round trip: where a statement before it has failed, PostgreSQL takes the COMMIT for a ROLLBACK and says so. */
  private async commit(client: PoolClient, { last, changes }: ClientTransaction) {
    const sent = last.map(({ sql, parameters }) => send(client, sql, parameters));
    const flushed = flushChanges(client, changes, this.clock.now());
    // The first to fail says why; those behind it only say that it did.
    const [end, told] = await Promise.all([client.query('COMMIT'), flushed, ...sent]);
    if (end.command !== 'COMMIT')
      throw new Error('A failed statement was caught, and with it the transaction lost');
    return told;
  }
}
