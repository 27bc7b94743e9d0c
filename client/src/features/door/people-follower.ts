import type { DoorPerson } from './api.js';

interface Reading {
  readonly read: (registrationId: string) => Promise<DoorPerson>;
  readonly put: (people: readonly DoorPerson[]) => void;
  /** Reads everybody anew. */
  readonly reload: () => Promise<unknown>;
}

/** Changes that come within this time are read together. */
export const GATHER_MS = 150;
/** After the whole list was read: a queue of another door that comes in does not have it read all the time. */
export const REST_MS = 1_000;
/** From so many on, the whole list is one smaller request. */
export const MANY = 8;

/**
 * Reads the people of whom the stream said that they changed: one round after the other, so that an older answer never
 * overwrites a newer one. What could not be read is read with the next round.
 */
export class PeopleFollower {
  private readonly waiting = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running = false;
  private pauseMs = GATHER_MS;

  constructor(private readonly reading: Reading) {}

  changed(registrationId: string): void {
    this.waiting.add(registrationId);
    this.schedule();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.waiting.clear();
  }

  private schedule(): void {
    if (this.running || this.timer !== undefined || this.waiting.size === 0) return;
    this.timer = setTimeout(() => void this.round(), this.pauseMs);
  }

  private async round(): Promise<void> {
    this.timer = undefined;
    this.running = true;
    const ids = [...this.waiting];
    this.waiting.clear();
    try {
      this.pauseMs = ids.length >= MANY ? REST_MS : GATHER_MS;
      if (ids.length >= MANY) await this.reading.reload();
      else this.reading.put(await Promise.all(ids.map((id) => this.reading.read(id))));
    } catch {
      // Somebody was removed meanwhile, or the network is away: the whole list says who is there.
      await this.reading.reload().catch(() => undefined);
    } finally {
      this.running = false;
      this.schedule();
    }
  }
}
