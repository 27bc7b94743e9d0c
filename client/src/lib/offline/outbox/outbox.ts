import { isProblem, type ProblemError } from '../../http/problem-error.js';
import { randomUuid } from '../../http/uuid.js';
import type { Draft, Entry, Scope } from './entry.js';
import { afterAnswer, isReady, nextEntry, pauseMs, type Verdict, verdictOf, withFollowers } from './rules.js';
import type { Alone } from './sender-lock.js';
import { changed, type OutboxStore } from './store.js';

/** What became of an entry while its maker looked on. */
export type Delivery<Answered> =
  | { readonly kind: 'delivered'; readonly answer: Answered }
  | { readonly kind: 'waiting'; readonly entry: Entry };

/** Tells the other tabs that the queue changed, and is told by them. */
export interface OtherTabs {
  changed(): void;
  listen(onChange: () => void): void;
}

interface Surroundings {
  readonly store: OutboxStore;
  /** One attempt with the entry's operation id; rejects with a ProblemError. */
  readonly send: (entry: Entry) => Promise<unknown>;
  readonly alone: Alone;
  readonly tabs: OtherTabs;
  /** How long somebody who did something looks on before it is said that it waits. */
  readonly patienceMs: number;
  readonly now: () => Date;
  readonly random: () => number;
  /** Calls once after so many milliseconds; gives the way to call it off. */
  readonly later: (act: () => void, ms: number) => () => void;
}

export interface OutboxState {
  /** Oldest first, the refused ones among them. */
  readonly entries: readonly Entry[];
  /** False when closing the page loses what waits. */
  readonly outlivesPage: boolean;
  /** This browser may not act for these now: their entries wait until they are signed in again. */
  readonly held: ReadonlySet<Scope>;
}

interface Waiter {
  readonly waits: () => void;
  readonly delivered: (answer: unknown) => void;
  readonly refused: (problem: ProblemError) => void;
}

/**
 * The queue of writes: appended to, sent in order, and left only by the server's answer. A refused entry steps aside, is
 * kept with its reason, and holds up nothing but what needs its answer.
 */
export class Outbox {
  private state: OutboxState = { entries: [], outlivesPage: true, held: new Set() };
  private readonly listeners = new Set<() => void>();
  private readonly onDelivered = new Set<(entry: Entry, lookedOn: boolean) => void>();
  private readonly waiters = new Map<string, Waiter>();
  /** Of this page, for an entry that was made to follow one while that one's answer came. */
  private readonly answers = new Map<string, unknown>();
  private running: Promise<void> | undefined;
  private wanted = false;
  private failures = 0;
  private callOff: (() => void) | undefined;

  constructor(private readonly around: Surroundings) {
    around.tabs.listen(() => void this.refresh());
  }

  /** Reads what waits from before and begins to send it. */
  async open(): Promise<void> {
    await this.refresh();
    this.flush();
  }

  readonly current = (): OutboxState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Called for every entry that the server took, after it left the queue; `lookedOn`: its maker has the answer. */
  watchDeliveries(listener: (entry: Entry, lookedOn: boolean) => void): () => void {
    this.onDelivered.add(listener);
    return () => this.onDelivered.delete(listener);
  }

  /**
   * Puts an entry in the queue and looks on for a while: the server's answer, or that it waits. A refusal that comes
   * meanwhile rejects with its ProblemError and the entry is gone, for whoever looks on can say it beside what was done.
   */
  async add<Answered>(draft: Draft): Promise<Delivery<Answered>> {
    const entry = await this.append(draft);
    const delivery = this.lookOn<Answered>(entry);
    await this.appended();
    return delivery;
  }

  /** As `add`, for whoever goes on at once: a refusal stays in the queue with its reason. */
  async put(draft: Draft): Promise<Entry> {
    const entry = await this.append(draft);
    await this.appended();
    return entry;
  }

  /** Sends what can be sent, now: the network is back, the page is looked at, a timer rang. */
  flush(): void {
    this.wanted = true;
    this.running ??= this.rounds().finally(() => {
      this.running = undefined;
      // Asked for after the last round and before this.
      if (this.wanted) this.flush();
    });
  }

  /** The person gives an entry up, and with it what hangs on it. */
  async drop(operationId: string): Promise<void> {
    const gone = withFollowers(this.state.entries, operationId).map(({ number }) => number);
    await this.change(gone, []);
  }

  /**
   * A refused entry is tried again, with what was wrong put right. The operation id stays: the server keeps none of what it
   * refused.
   */
  async mend(operationId: string, change: Pick<Draft, 'body' | 'label'>): Promise<void> {
    const entry = this.state.entries.find((one) => one.operationId === operationId);
    if (!entry) return;
    const { refusal: _refusal, ...again } = entry;
    await this.change([], [{ ...again, ...change }]);
    this.flush();
  }

  /** Takes away everything of one person: signed out, erased, revoked. */
  async forget(scope: Scope): Promise<void> {
    await this.refresh();
    const gone = this.state.entries.filter((entry) => entry.scope === scope);
    await this.change(
      gone.map(({ number }) => number),
      [],
    );
  }

  private append(draft: Draft): Promise<Entry> {
    const operationId = draft.operationId ?? randomUuid();
    return this.around.store.append({ ...draft, operationId, madeAt: this.around.now().toISOString() });
  }

  private async appended(): Promise<void> {
    await this.refresh();
    this.around.tabs.changed();
    this.flush();
  }

  private lookOn<Answered>(entry: Entry): Promise<Delivery<Answered>> {
    return new Promise((resolve, reject) => {
      const stop = () => {
        callOff();
        this.waiters.delete(entry.operationId);
      };
      const waits = () => {
        stop();
        resolve({ kind: 'waiting', entry });
      };
      const callOff = this.around.later(waits, entry.follows ? 0 : this.around.patienceMs);
      this.waiters.set(entry.operationId, {
        waits,
        delivered: (answer) => {
          stop();
          resolve({ kind: 'delivered', answer: answer as Answered });
        },
        refused: (problem) => {
          stop();
          reject(problem);
        },
      });
    });
  }

  private async rounds(): Promise<void> {
    try {
      while (this.wanted) {
        this.wanted = false;
        this.callOff?.();
        await this.around.alone(() => this.round());
      }
    } finally {
      const { entries, held } = this.state;
      if (entries.some((entry) => isReady(entry) && !held.has(entry.scope)))
        this.callOff = this.around.later(() => this.flush(), pauseMs(this.failures, this.around.random()));
    }
  }

  private async round(): Promise<void> {
    const passed = new Set<number>();
    const held = new Set<Scope>();
    await this.refresh();
    await this.settleOrphans();
    for (;;) {
      const entry = nextEntry(this.state.entries, passed, held);
      if (!entry) break;
      const verdict = await this.attempt(entry);
      if (verdict === 'offline') break;
      if (verdict === 'passed') passed.add(entry.number);
      if (verdict === 'held') held.add(entry.scope);
    }
    this.show({ ...this.state, held });
    // Whoever still looks on need not look longer: nothing more is sent in this round.
    for (const { waits } of this.waiters.values()) waits();
  }

  /** Entries whose forerunner left the queue just before they came. */
  private async settleOrphans(): Promise<void> {
    const { entries } = this.state;
    const waiting = new Set(entries.map(({ operationId }) => operationId));
    const orphans = entries.filter(
      ({ follows, refusal }) => follows && !refusal && !waiting.has(follows.operationId),
    );
    if (orphans.length === 0) return;
    const settled = orphans.map((one) => afterAnswer(one, this.answers.get(one.follows?.operationId ?? '')));
    await this.change([], settled);
  }

  private async attempt(entry: Entry): Promise<Verdict> {
    try {
      await this.delivered(entry, await this.around.send(entry));
      this.failures = 0;
      return 'delivered';
    } catch (error) {
      if (!isProblem(error)) throw error;
      const verdict = verdictOf(error);
      if (verdict === 'refused') await this.refused(entry, error);
      else this.failures += 1;
      return verdict;
    }
  }

  private async delivered(entry: Entry, answer: unknown): Promise<void> {
    const followers = this.state.entries
      .filter(({ follows }) => follows?.operationId === entry.operationId)
      .map((follower) => afterAnswer(follower, answer));
    this.answers.set(entry.operationId, answer);
    await this.change([entry.number], followers);
    const waiter = this.waiters.get(entry.operationId);
    waiter?.delivered(answer);
    this.onDelivered.forEach((listener) => listener(entry, waiter !== undefined));
  }

  private async refused(entry: Entry, problem: ProblemError): Promise<void> {
    const waiter = this.waiters.get(entry.operationId);
    const { code, status, title, detail } = problem;
    if (waiter) await this.change([entry.number], []);
    else await this.change([], [{ ...entry, refusal: { code, status, title, detail } }]);
    waiter?.refused(problem);
  }

  private async change(remove: readonly number[], write: readonly Entry[]): Promise<void> {
    await this.around.store.change(remove, write);
    this.show({ ...this.state, entries: changed(this.state.entries, remove, write) });
    this.around.tabs.changed();
  }

  private async refresh(): Promise<void> {
    const entries = [...(await this.around.store.all())].sort((one, other) => one.number - other.number);
    this.show({ ...this.state, entries, outlivesPage: this.around.store.outlivesPage });
  }

  private show(state: OutboxState): void {
    this.state = state;
    this.listeners.forEach((listener) => listener());
  }
}
