import { Injectable } from '@nestjs/common';
import type { StreamChange } from '@hillo/contracts/realtime';

type Listener = (changes: readonly StreamChange[]) => void;

/** Hands committed changes to those who tell others. At most once: a phone that misses one fetches `since=`. */
@Injectable()
export class Relay {
  private readonly listeners = new Set<Listener>();

  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  publish(changes: readonly StreamChange[]): void {
    if (changes.length === 0) return;
    for (const listener of this.listeners) listener(changes);
  }
}
