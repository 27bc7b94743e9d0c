import { seededChance, shuffled } from '@hillo/domain/bingo';

/** Seeded choices: every demonstration has the same people and meetings, only ids and times differ. */
export class Chance {
  readonly below: (bound: number) => number;

  constructor(seed: string) {
    this.below = seededChance(seed);
  }

  happens(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }

  shuffled<Item>(items: readonly Item[]): Item[] {
    return shuffled(items, this.below);
  }

  /** From `from` up to and with `to`. */
  between(from: number, to: number): number {
    return from + this.below(to - from + 1);
  }
}
