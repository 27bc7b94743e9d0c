import { EventEmitter } from 'node:events';
import { Inject, Injectable } from '@nestjs/common';
import { parseCronItems, type Runner, run, runOnce, type TaskList, type WorkerEvents } from 'graphile-worker';
import { CONFIG, type Config } from '../../config/index.js';
import { SILENT_JOBS } from '../database/silent-jobs.js';
import { Faults } from '../faults/index.js';
import { Log } from '../log/index.js';
import { Lifeline } from './lifeline.js';

/** A handler may run again after a crash: at least once, so it must be idempotent (P7). */
export type JobHandler = (payload: Readonly<Record<string, unknown>>) => Promise<void>;

const LOOK_FOR_DEAD_MS = 30_000;
const BEGIN_ANEW_MS = 5_000;

/** Jobs in PostgreSQL (graphile-worker): enqueued inside the transaction that needs them, run in this process. */
@Injectable()
export class Jobs {
  private readonly handlers = new Map<string, JobHandler>();
  private readonly nightly: { task: string; match: string }[] = [];
  private readonly lifeline: Lifeline;
  private runner: Runner | undefined;
  private timers: NodeJS.Timeout[] = [];
  private stopping = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Log) private readonly log: Log,
    @Inject(Faults) private readonly faults: Faults,
  ) {
    this.lifeline = new Lifeline(config.DATABASE_URL);
  }

  /** Modules register their handlers before the application starts. */
  register(task: string, handler: JobHandler): void {
    if (this.handlers.has(task)) throw new Error(`Two handlers for the job ${task}`);
    this.handlers.set(task, handler);
  }

  /** Runs a registered task by a cron pattern, in UTC. */
  schedule(task: string, match: string): void {
    this.nightly.push({ task, match });
  }

  async start(): Promise<void> {
    await this.lifeline.freeJobsOfTheDead();
    await this.work();
    this.timers.push(setInterval(() => void this.look(), LOOK_FOR_DEAD_MS).unref());
  }

  async stop(): Promise<void> {
    this.stopping = true;
    for (const timer of this.timers.splice(0)) clearInterval(timer);
    await this.runner?.stop().catch(() => undefined); // it may have ended by itself
    this.runner = undefined;
    await this.lifeline.close();
  }

  /** Runs everything that is due now, then returns: for tests. */
  async runDue(): Promise<void> {
    await runOnce({
      connectionString: this.config.DATABASE_URL,
      taskList: this.tasks(),
      noHandleSignals: true,
      logger: SILENT_JOBS,
    });
  }

  private async work(): Promise<void> {
    const events: WorkerEvents = new EventEmitter();
    events.on('pool:create', ({ workerPool }) => {
      this.lifeline.hold(workerPool.id).catch((error: unknown) => this.log.failure('lifeline-lost', error));
    });
    const runner = await run({
      connectionString: this.config.DATABASE_URL,
      taskList: this.tasks(),
      parsedCronItems: parseCronItems(this.nightly.map(({ task, match }) => ({ task, match }))),
      concurrency: 4,
      maxPoolSize: 3,
      noHandleSignals: true,
      logger: SILENT_JOBS,
      events,
    });
    this.runner = runner;
    runner.promise.then(
      () => this.workAnew(),
      (error: unknown) => this.workAnew(error),
    );
  }

  /** A worker that could not write down what it did gives up; mails must go out all the same once the database is back. */
  private workAnew(error?: unknown): void {
    if (this.stopping) return;
    this.log.failure('job-runner-stopped', error);
    this.timers.push(setTimeout(() => void this.tryToWork(), BEGIN_ANEW_MS).unref());
  }

  private async tryToWork(): Promise<void> {
    try {
      await this.work();
    } catch (error) {
      this.workAnew(error);
    }
  }

  private async look(): Promise<void> {
    await this.lifeline
      .freeJobsOfTheDead()
      .catch((error: unknown) => this.log.failure('lifeline-lost', error));
  }

  private tasks(): TaskList {
    return Object.fromEntries(
      [...this.handlers].map(([task, handler]) => [
        task,
        async (payload: unknown) => {
          try {
            if (this.faults.armed) await this.faults.at('in-job');
            await handler(payload as Readonly<Record<string, unknown>>);
            if (this.faults.armed) await this.faults.at('after-job');
          } catch (error) {
            this.log.failure('job-failed', error, { task });
            throw error;
          }
        },
      ]),
    );
  }
}
