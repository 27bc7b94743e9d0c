import { Inject, Injectable } from '@nestjs/common';
import { parseCronItems, type Runner, run, runOnce, type TaskList } from 'graphile-worker';
import { CONFIG, type Config } from '../../config/index.js';
import { SILENT_JOBS } from '../database/silent-jobs.js';
import { Log } from '../log/index.js';

/** A handler may run again after a crash: at least once, so it must be idempotent (P7). */
export type JobHandler = (payload: Readonly<Record<string, unknown>>) => Promise<void>;

/** Jobs in PostgreSQL (graphile-worker): enqueued inside the transaction that needs them, run in this process. */
@Injectable()
export class Jobs {
  private readonly handlers = new Map<string, JobHandler>();
  private readonly nightly: { task: string; match: string }[] = [];
  private runner: Runner | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Log) private readonly log: Log,
  ) {}

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
    this.runner = await run({
      connectionString: this.config.DATABASE_URL,
      taskList: this.tasks(),
      parsedCronItems: parseCronItems(this.nightly.map(({ task, match }) => ({ task, match }))),
      concurrency: 4,
      maxPoolSize: 3,
      noHandleSignals: true,
      logger: SILENT_JOBS,
    });
    this.runner.promise.catch((error: unknown) => this.log.failure('job-runner-stopped', error));
  }

  async stop(): Promise<void> {
    await this.runner?.stop();
    this.runner = undefined;
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

  private tasks(): TaskList {
    return Object.fromEntries(
      [...this.handlers].map(([task, handler]) => [
        task,
        async (payload: unknown) => {
          try {
            await handler(payload as Readonly<Record<string, unknown>>);
          } catch (error) {
            this.log.failure('job-failed', error, { task });
            throw error;
          }
        },
      ]),
    );
  }
}
