import { seededChance, shuffled } from '@hillo/domain/bingo';

/** Chance that repeats itself: the same seed makes the same evening, so that a failing test can be run again. */
export interface SeededRandom {
  /** Whole number from 0 to `bound` - 1. */
  below(bound: number): number;
  pick<const Items extends readonly [unknown, ...unknown[]]>(items: Items): Items[number];
  /** True about `percent` times in a hundred. */
  happens(percent: number): boolean;
  shuffle<Item>(items: readonly Item[]): Item[];
  /** Bytes for the server's port of randomness. Never for real secrets. */
  bytes(length: number): Uint8Array;
}

export function seededRandom(seed: string): SeededRandom {
  const below = seededChance(seed);
  return {
    below,
    pick: (items) => items[below(items.length)] ?? items[0],
    happens: (percent) => below(100) < percent,
    shuffle: (items) => shuffled(items, below),
    bytes: (length) => Uint8Array.from({ length }, () => below(256)),
  };
}
