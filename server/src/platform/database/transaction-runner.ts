import { Inject, Injectable } from '@nestjs/common';
import type { StreamName } from '@hillo/contracts/realtime';
import type { Pool, PoolClient, QueryResult } from 'pg';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { Clock } from '../clock/index.js';
import { Relay } from '../relay/index.js';
import { flushChanges, type QueuedChange } from './stream-changes.js';

/** Reads and statements. Results of hand-written SQL are parsed at this edge. */
export interface Db {
  rows<Row extends z.ZodType>(
    row: Row,
    sql: string,
    parameters?: readonly unknown[],
  ): Promise<z.output<Row>[]>;
  first<Row extends z.ZodType>(
    row: Row,
    sql: string,
    parameters?: readonly unknown[],
  ): Promise<z.output<Row> | undefined>;
  /** Runs a statement; the count of rows it touched. */
  execute(sql: string, parameters?: readonly unknown[]): Promise<number>;
}

export interface JobOptions {
  /** A job with the same key replaces an earlier one that has not started. */
  readonly key?: string;
  readonly runAt?: Date;
}

export interface Transaction extends Db {
  /** Queues a change of a stream: its rev grows in this transaction, sockets hear of it after the commit. */
  change(
    stream: StreamName,
    kind: string,
    payload?: Readonly<Record<string, string | number | boolean>>,
  ): void;
  /** Runs once the transaction is in, and never if it is not: for what sits in memory, such as open sockets. */
  afterCommit(action: () => void): void;
  /** Adds a job that exists only if this transaction commits. Payloads carry ids, never personal data or tokens. */
  enqueue(task: string, payload: Readonly<Record<string, unknown>>, options?: JobOptions): Promise<void>;
}

interface Queryable {
  query(sql: string, parameters: unknown[]): Promise<QueryResult>;
}

async function select<Row extends z.ZodType>(
  on: Queryable,
  row: Row,
  sql: string,
  parameters: readonly unknown[],
): Promise<z.output<Row>[]> {
  const result = await on.query(sql, [...parameters]);
  return result.rows.map((values) => row.parse(values));
}

class ClientTransaction implements Transaction {
  readonly changes: QueuedChange[] = [];
  readonly actions: (() => void)[] = [];

  constructor(private readonly client: PoolClient) {}

  rows<Row extends z.ZodType>(row: Row, sql: string, parameters: readonly unknown[] = []) {
    return select(this.client, row, sql, parameters);
  }

  async first<Row extends z.ZodType>(row: Row, sql: string, parameters: readonly unknown[] = []) {
    const [found] = await select(this.client, row, sql, parameters);
    return found;
  }

  async execute(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    const result = await this.client.query(sql, [...parameters]);
    return result.rowCount ?? 0;
  }

  change(stream: StreamName, kind: string, payload: QueuedChange['payload'] = {}): void {
    this.changes.push({ stream, kind, payload });
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

function pool(source: DataSource): Pool {
  return (source.driver as unknown as { master: Pool }).master;
}

/** Reads outside a transaction. */
@Injectable()
export class Database implements Db {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  rows<Row extends z.ZodType>(row: Row, sql: string, parameters: readonly unknown[] = []) {
    return select(pool(this.source), row, sql, parameters);
  }

  async first<Row extends z.ZodType>(row: Row, sql: string, parameters: readonly unknown[] = []) {
    const [found] = await select(pool(this.source), row, sql, parameters);
    return found;
  }

  async execute(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    const result = await pool(this.source).query(sql, [...parameters]);
    return result.rowCount ?? 0;
  }
}

/** A refusal leaves nothing behind, whatever was written before it was noticed. */
function isRefusal(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'ok' in result && result.ok === false;
}

/**
 * The only way to write: load under a lock, decide, save, queue events. READ COMMITTED; scarce things are decided under a
 * row lock of their owner. Stream revs grow in one statement at the end, in name order, so that they neither deadlock nor
 * hold a hot row for long.
 */
@Injectable()
export class TransactionRunner {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Relay) private readonly relay: Relay,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run<Result>(work: (db: Transaction) => Promise<Result>): Promise<Result> {
    const client = await pool(this.source).connect();
    let broken = false;
    try {
      await client.query('BEGIN');
      const transaction = new ClientTransaction(client);
      const result = await work(transaction);
      if (isRefusal(result)) {
        await client.query('ROLLBACK');
        return result;
      }
      const changes = await flushChanges(client, transaction.changes, this.clock.now());
      await client.query('COMMIT');
      this.relay.publish(changes);
      for (const action of transaction.actions) action();
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {
        broken = true;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }
}
