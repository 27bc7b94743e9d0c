import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { TransactionRunner } from '../../../platform/database/index.js';
import { Log } from '../../../platform/log/index.js';
import { StreamAccess } from '../../../platform/realtime/index.js';
import { fingerprint, ShowRoom } from './show-room.js';

/** At most one change of an evening's pulse in this time. */
const TICK_MS = 1_000;

/**
 * Says on `pulse:<evening>` that the figures moved, with the room as it is now: at a tick after commits, in a transaction of its
 * own, so that no scan locks an evening-wide row (architecture, invariant 1). What is lost with a process is told before
 * the next heartbeat.
 */
@Injectable()
export class PulseTicker implements OnModuleInit, OnApplicationShutdown {
  private readonly waiting = new Map<string, NodeJS.Timeout>();
  private readonly ticking = new Set<Promise<void>>();
  /** By evening, what this process told last. */
  private readonly told = new Map<string, string>();

  constructor(
    @Inject(TransactionRunner) private readonly transactions: TransactionRunner,
    @Inject(StreamAccess) private readonly streams: StreamAccess,
    @Inject(ShowRoom) private readonly room: ShowRoom,
    @Inject(Log) private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.streams.declare('pulse', ['attendee', 'organiser', 'helper', 'host'], (evenings) =>
      this.catchUp(evenings),
    );
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

  /** Somebody who is watched here and whose process ended before it told, or who was erased. */
  private async catchUp(evenings: readonly string[]): Promise<void> {
    for (const evening of evenings) {
      const now = fingerprint(await this.room.read(evening));
      const before = this.told.get(evening);
      this.told.set(evening, now);
      if (before !== undefined && before !== now) this.touch(evening);
    }
  }

  private async tick(eveningId: string): Promise<void> {
    try {
      await this.transactions.run(async (db) => {
        const stream = `pulse:${eveningId}` as const;
        // Another process counts after this one's commit, so the later rev has the later picture.
        await db.execute('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [stream]);
        const room = await this.room.read(eveningId, db);
        this.told.set(eveningId, fingerprint(room));
        db.change(stream, 'tick', {}, room);
      });
    } catch (error) {
      this.log.failure('pulse-failed', error);
    }
  }
}
