import type { Instance, Plan, Round } from './instance.js';
import { NOWHERE } from './read/seat-round.js';
import { readInstance } from './read/read-instance.js';
import { rosterOf, type Roster } from './read/roster.js';
import { Chance } from './search/chance.js';
import { type Progress, type Solution, solve } from './solve.js';

/** The part of `AbortSignal` that is read, so that this package needs neither Node's nor a browser's types. */
export interface Signal {
  readonly aborted: boolean;
  readonly reason?: unknown;
}

export interface PlanOptions {
  /** How long to search at most; 1,500 when absent. It ends sooner when nothing can be better or its steps are done. */
  readonly timeLimitMs?: number;
  /** A whole number; the same seed gives the same plan unless time ran out. 1 when absent. */
  readonly seed?: number;
  readonly onProgress?: (progress: Progress) => void;
  /** When aborted, `plan` rejects with its reason. */
  readonly signal?: Signal;
  /** Milliseconds that only grow; `Date.now` when absent. */
  readonly now?: () => number;
}

/** How long the search keeps the thread before it lets others have it. */
const TURN_MS = 25;

/**
 * Plans an evening's rounds: nobody meets twice as far as can be, then sectors mix and wishes are met. Runs in turns of
 * some 25 ms, so that the thread stays usable and `signal` is heard. Rejects with `SeatingError` when the instance is
 * malformed or impossible.
 */
export async function plan(instance: Instance, options: PlanOptions = {}): Promise<Plan> {
  const run = new Run(instance, options);
  let turnEnds = run.now() + TURN_MS;
  while (!run.step()) {
    if (run.now() < turnEnds) continue;
    await nextTurn();
    turnEnds = run.now() + TURN_MS;
  }
  return run.plan();
}

/** The same in one go, for a worker or a command of its own. Throws where `plan` rejects. */
export function planAtOnce(instance: Instance, options: PlanOptions = {}): Plan {
  const run = new Run(instance, options);
  while (!run.step());
  return run.plan();
}

class Run {
  readonly now: () => number;
  private readonly began: number;
  private readonly roster: Roster;
  private readonly search: Generator<Progress, Solution, number>;
  private readonly limit: number;
  private solution: Solution | undefined;

  constructor(
    instance: Instance,
    private readonly options: PlanOptions,
  ) {
    this.now = options.now ?? (() => Date.now());
    this.began = this.now();
    this.limit = Math.max(1e-9, options.timeLimitMs ?? 1500);
    this.roster = rosterOf(readInstance(instance));
    this.search = solve(this.roster, new Chance(options.seed ?? 1));
  }

  /** One piece of the search, a few milliseconds; true when it has ended. */
  step(): boolean {
    const { signal, onProgress } = this.options;
    if (signal?.aborted) throw reasonOf(signal);
    const { done, value } = this.search.next((this.now() - this.began) / this.limit);
    if (!done) onProgress?.(value);
    else this.solution = value;
    return done === true;
  }

  plan(): Plan {
    if (!this.solution) throw new Error('The search has not ended.');
    const { rounds, quality, method } = this.solution;
    const { roster } = this;
    return {
      rounds: rounds.map((tableOf, at) => roster.instance.played?.[at] ?? named(roster, tableOf)),
      quality,
      method,
      ms: Math.round(this.now() - this.began),
    };
  }
}

/** What an `AbortSignal` of its own accord gives as its reason is an error. */
function reasonOf({ reason }: Signal): Error {
  return reason instanceof Error ? reason : new Error('The search was stopped.', { cause: reason });
}

/** Tables without people are left out. */
function named({ instance, size }: Roster, tableOf: Int32Array): Round {
  const tables = instance.tables.map(({ id }): [string, string[]] => [id, []]);
  for (let person = 0; person < size; person += 1) {
    const table = tableOf[person] as number;
    if (table !== NOWHERE) tables[table]?.[1].push(instance.people[person]?.id as string);
  }
  return Object.fromEntries(tables.filter(([, ids]) => ids.length > 0));
}

/** Lets timers and messages run: a microtask would not. */
function nextTurn(): Promise<void> {
  const { setTimeout } = globalThis as unknown as { setTimeout: (call: () => void, ms: number) => void };
  return new Promise((resolve) => setTimeout(resolve, 0));
}
