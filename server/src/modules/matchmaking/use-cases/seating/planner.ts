import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import type { Plan, PlanMessage, PlanTask, Refusal } from '@hillo/seating';
import { fail, ok, type Outcome } from '@hillo/domain/shared';

export type Planned = Outcome<Plan, Refusal | 'stopped'>;

/** Where the built thread lies; it is the same for a server that runs from its sources. */
const THREAD = createRequire(import.meta.url).resolve('@hillo/seating/plan-worker');

/**
 * The planner in a thread of its own, so that scans and check-ins do not wait for it. `onProgress` hears the share that is
 * done, from 0 to 1, a few times a second; when it answers false the thread is ended.
 */
@Injectable()
export class Planner {
  plan(task: PlanTask, onProgress: (done: number) => Promise<boolean>): Promise<Planned> {
    return new Promise((resolve, reject) => {
      const thread = new Worker(THREAD, { workerData: task });
      const end = (outcome: Planned) => {
        resolve(outcome);
        void thread.terminate();
      };
      let telling = false;
      const tell = async (done: number) => {
        if (telling) return;
        telling = true;
        if (!(await onProgress(done))) end(fail('stopped'));
        telling = false;
      };
      thread.on('message', (message: PlanMessage) => {
        if ('plan' in message) end(ok(message.plan));
        else if ('refusal' in message) end(fail(message.refusal));
        else tell(message.progress.done).catch(failed);
      });
      const failed = (error: unknown) => {
        reject(error instanceof Error ? error : new Error('The planner failed.', { cause: error }));
        void thread.terminate();
      };
      thread.on('error', failed);
      thread.on('exit', (code) => failed(new Error(`The planner ended with ${code}.`)));
    });
  }
}
