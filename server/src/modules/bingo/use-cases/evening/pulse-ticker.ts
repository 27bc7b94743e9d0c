import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { TransactionRunner } from '../../../../platform/database/index.js';
import { Log } from '../../../../platform/log/index.js';
import { StreamAccess } from '../../../../platform/realtime/index.js';

/** At most one change of an evening's pulse in this time. */
const TICK_MS = 2_000;

/**
 * Says on `pulse:<evening>` that the figures moved: at a tick after commits, in a transaction of its own, so that no scan
 * locks an evening-wide row (architecture, invariant 1). What is lost with a process comes with the next change.
 */
@Injectable()
export class PulseTicker implements OnModuleInit, OnApplicationShutdown {
  private readonly waiting = new Map<string, NodeJS.Timeout>();
  private readonly ticking = new Set<Promise<void>>();

  constructor(
    @Inject(TransactionRunner) private readonly transactions: TransactionRunner,
    @Inject(StreamAccess) private readonly streams: StreamAccess,
    @Inject(Log) private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.streams.declare('pulse', ['organiser', 'helper', 'host']);
  }

  /** Call after the commit. */
  touch(eveningId: string): void {
    if (this.waiting.has(eveningId)) return;
    const timer = setTimeout(() => {
      this.waiting.delete(eveningId);
      const tick = this.tick(eveningId).finally(() => this.ticking.delete(tick));
      this.ticking.add(tick);
    }, TICK_MS);
    timer.unref();
    this.waiting.set(eveningId, timer);
  }

  async onApplicationShutdown(): Promise<void> {
    for (const timer of this.waiting.values()) clearTimeout(timer);
    this.waiting.clear();
    await Promise.all(this.ticking);
  }

  private async tick(eveningId: string): Promise<void> {
    try {
      await this.transactions.run(async (db) => db.change(`pulse:${eveningId}`, 'tick'));
    } catch (error) {
      this.log.failure('pulse-failed', error);
    }
  }
}
