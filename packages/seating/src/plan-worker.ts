import { parentPort, workerData } from 'node:worker_threads';
import { planAtOnce } from './plan.js';
import type { PlanMessage, PlanTask } from './plan-task.js';
import { SeatingError } from './refusal.js';
import type { Progress } from './solve.js';

const TELL_MS = 200;

/** Plans in a thread of its own: `new Worker(…, { workerData: task })`. It is stopped by ending the thread. */
function work({ instance, timeLimitMs, seed }: PlanTask): PlanMessage {
  let told = 0;
  const onProgress = (progress: Progress) => {
    if (Date.now() - told < TELL_MS) return;
    told = Date.now();
    say({ progress });
  };
  try {
    return { plan: planAtOnce(instance, { timeLimitMs, seed, onProgress }) };
  } catch (error) {
    if (error instanceof SeatingError) return { refusal: error.code };
    throw error;
  }
}

function say(message: PlanMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows; this is a thread's port
  parentPort?.postMessage(message);
}

say(work(workerData as PlanTask));
