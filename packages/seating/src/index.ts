export type { Instance, Pair, Person, Plan, Quality, Round, Table } from './instance.js';
export { type PlanOptions, type Signal, plan, planAtOnce } from './plan.js';
export type { PlanMessage, PlanTask } from './plan-task.js';
export { readInstance } from './read/read-instance.js';
export { REFUSALS, type Refusal, SeatingError } from './refusal.js';
export type { Progress } from './solve.js';
