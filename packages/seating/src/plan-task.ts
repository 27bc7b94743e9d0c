import type { Instance, Plan } from './instance.js';
import type { Refusal } from './refusal.js';
import type { Progress } from './solve.js';

/** What a thread of `plan-worker.ts` is started with. */
export interface PlanTask {
  readonly instance: Instance;
  readonly timeLimitMs: number;
  readonly seed: number;
}

/** What it says: how far it is, first at once and then five times a second at most, and then the plan or why there is none. */
export type PlanMessage =
  { readonly progress: Progress } | { readonly plan: Plan } | { readonly refusal: Refusal };
