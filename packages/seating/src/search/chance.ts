/**
 * Seeded chance: xorshift32, which is quick and good enough to shake a search, and must never draw prizes.
 * Source: G. Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8(14), 2003.
 */
export class Chance {
  private state: number;

  constructor(seed: number) {
    // Neighbouring seeds begin far apart (the finaliser of MurmurHash3); zero would stay zero.
    let mixed = Math.imul(seed ^ (seed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    this.state = mixed ^ (mixed >>> 16) || 0x9e3779b9;
  }

  /** 32 random bits, as a signed number. */
  bits(): number {
    let x = this.state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x;
    return x;
  }

  /** A whole number from 0 up to, not including, `bound`. */
  below(bound: number): number {
    return Math.floor(((this.bits() >>> 0) / 0x100000000) * bound);
  }

  /** From 0 up to, not including, 1. */
  share(): number {
    return (this.bits() >>> 0) / 0x100000000;
  }

  /** Shuffles in place (Fisher and Yates). */
  shuffle(values: number[] | Int32Array): void {
    for (let last = values.length - 1; last > 0; last -= 1) {
      const at = this.below(last + 1);
      const kept = values[last] as number;
      values[last] = values[at] as number;
      values[at] = kept;
    }
  }
}
