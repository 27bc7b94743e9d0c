import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { StreamName } from '@hillo/contracts/realtime';
import { QUESTION_STATES, VISIBLE_STATES } from '@hillo/domain/panel';
import { TransactionRunner } from '../../../platform/database/index.js';
import { Log } from '../../../platform/log/index.js';
import { StreamAccess } from '../../../platform/realtime/index.js';
import { VoteRepository } from '../data/vote-repository.js';

/** Counts in one change: other processes hear of it by a notification, which holds 8 kB. */
const AT_ONCE = 100;
/** After a failure. */
const AGAIN_MS = 1_000;
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
 * small messages. Derived after the commits, so that no vote locks an evening-wide row (architecture, invariant 1). Each
 * question keeps the count that phones were told last: what is lost with a process is told before the next heartbeat.
 */
@Injectable()
export class PanelTicker implements OnModuleInit, OnApplicationShutdown {
  private readonly waiting = new Map<StreamName, Waiting>();
  private stopped = false;

  constructor(
    @Inject(TransactionRunner) private readonly transactions: TransactionRunner,
    @Inject(VoteRepository) private readonly votes: VoteRepository,
    @Inject(StreamAccess) private readonly streams: StreamAccess,
    @Inject(Log) private readonly log: Log,
  ) {}

  onModuleInit(): void {
    const catchUp = (evenings: readonly string[]) => this.catchUp(evenings);
    this.streams.declare('panel', ['attendee', 'host', 'organiser', 'helper'], catchUp);
    this.streams.declare('panel-desk', ['host', 'organiser'], catchUp);
  }

  /** Votes whose process ended before it told them. */
  async catchUp(evenings: readonly string[]): Promise<void> {
    const untold = await this.votes.untold(evenings, VISIBLE_STATES);
    for (const { eveningId, id } of untold) this.touch(eveningId, id);
  }

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
      const ids = [...entry.ids].slice(0, AT_ONCE);
      for (const id of ids) entry.ids.delete(id);
      let nextMs = everyMs;
      entry.telling = this.tell(stream, ids, states)
        .catch((error: unknown) => {
          this.log.failure('votes-not-told', error);
          for (const id of ids) entry.ids.add(id);
          nextMs = AGAIN_MS;
        })
        .finally(() => {
          entry.telling = undefined;
          if (entry.ids.size > 0) this.plan(stream, entry, nextMs, states);
          else this.waiting.delete(stream);
        });
    }, everyMs);
    entry.timer.unref();
  }

  private tell(stream: StreamName, ids: readonly string[], states: readonly string[]): Promise<void> {
    return this.transactions.run(async (db) => {
      // Another process counts after this one's commit, so the later rev has the later count.
      await db.execute('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [stream]);
      const counts = await this.votes.counts(ids, states, db);
      if (Object.keys(counts).length === 0) return;
      if (stream.startsWith('panel:')) await this.votes.told(db, counts);
      db.change(stream, 'votes', counts);
    });
  }
}
