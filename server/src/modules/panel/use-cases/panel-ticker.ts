import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { StreamName } from '@hillo/contracts/realtime';
import { QUESTION_STATES, VISIBLE_STATES } from '@hillo/domain/panel';
import { TransactionRunner } from '../../../platform/database/index.js';
import { Log } from '../../../platform/log/index.js';
import { VoteRepository } from '../data/vote-repository.js';

/** Host and stage hear of votes within 100 ms, phones within 250 (issue "The live room", section 3). */
const STREAMS = [
  { kind: 'panel-desk', everyMs: 100, states: QUESTION_STATES },
  { kind: 'panel', everyMs: 250, states: VISIBLE_STATES },
] as const;

/** Questions of one stream whose count is to be told. */
interface Waiting {
  readonly ids: Set<string>;
  timer: NodeJS.Timeout | undefined;
  telling: Promise<void> | undefined;
}

/**
 * Tells counts of votes, those that changed since the last tick, in one change of the stream: 500 votes a second are ten
 * small messages. Derived after the commits, so that no vote locks an evening-wide row (architecture, invariant 1). What is
 * lost with a process comes with the next vote, and with every list that is fetched.
 */
@Injectable()
export class PanelTicker implements OnApplicationShutdown {
  private readonly waiting = new Map<StreamName, Waiting>();
  private stopped = false;

  constructor(
    @Inject(TransactionRunner) private readonly transactions: TransactionRunner,
    @Inject(VoteRepository) private readonly votes: VoteRepository,
    @Inject(Log) private readonly log: Log,
  ) {}

  /** Call after the commit. */
  touch(eveningId: string, questionId: string): void {
    for (const { kind, everyMs, states } of STREAMS) {
      const stream: StreamName = `${kind}:${eveningId}`;
      const entry = this.waiting.get(stream) ?? { ids: new Set(), timer: undefined, telling: undefined };
      this.waiting.set(stream, entry);
      entry.ids.add(questionId);
      this.plan(stream, entry, everyMs, states);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    const entries = [...this.waiting.values()];
    for (const { timer } of entries) clearTimeout(timer);
    await Promise.all(entries.flatMap(({ telling }) => telling ?? []));
  }

  /** One at a time for a stream: a later count is never overtaken by an earlier one. */
  private plan(stream: StreamName, entry: Waiting, everyMs: number, states: readonly string[]): void {
    if (this.stopped || entry.timer || entry.telling) return;
    entry.timer = setTimeout(() => {
      entry.timer = undefined;
      const ids = [...entry.ids];
      entry.ids.clear();
      entry.telling = this.tell(stream, ids, states).finally(() => {
        entry.telling = undefined;
        if (entry.ids.size > 0) this.plan(stream, entry, everyMs, states);
        else this.waiting.delete(stream);
      });
    }, everyMs);
    entry.timer.unref();
  }

  private async tell(stream: StreamName, ids: readonly string[], states: readonly string[]): Promise<void> {
    try {
      await this.transactions.run(async (db) => {
        // Another process counts after this one's commit, so the later rev has the later count.
        await db.execute('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [stream]);
        const counts = await this.votes.counts(ids, states, db);
        if (Object.keys(counts).length > 0) db.change(stream, 'votes', counts);
      });
    } catch (error) {
      this.log.failure('votes-not-told', error);
    }
  }
}
