import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { ActorResolver } from '../http/actor-resolver.js';

/**
 * When something last came from each session's socket (an answer to a ping counts). Kept here between two beats and
 * then written with one statement for all, so that a phone's heartbeat costs no write of its own; what a crash loses
 * makes a phone look silent that was heard, never the other way round.
 */
@Injectable()
export class HeardSessions {
  private times = new Map<string, Date>();

  constructor(
    @Inject(ActorResolver) private readonly resolver: ActorResolver,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  hear(sessionId: string): void {
    this.times.set(sessionId, this.clock.now());
  }

  async store(): Promise<void> {
    if (this.times.size === 0) return;
    const heard = this.times;
    this.times = new Map();
    await this.resolver.heard(heard);
  }
}
