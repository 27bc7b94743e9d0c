import type { RandomBelow } from '../shared/index.js';

/**
 * Endless 32-bit words from a text seed: FNV-1a over UTF-16 units with Murmur3's last mix makes four words of state,
 * sfc32 (Chris Doty-Humphrey, PractRand) runs on. Integer arithmetic only, so a phone and the server always agree.
 * Not for secrets and not for the draw.
 * @param seed any text; the same text gives the same words for ever
 * @returns a function that gives the next word, 0 to 2^32 - 1
 */
function seededWords(seed: string): () => number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < seed.length; index += 1) {
    hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193);
  }
  const state = () => {
    hash = (hash + 0x9e3779b9) | 0;
    let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) | 0;
  };
  let [a, b, c, counter] = [state(), state(), state(), state()];
  return () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
}

/**
 * Chance from a text seed, where everybody must get the same: the order of a card, the builders of tests.
 * Words over the last full multiple of the bound are thrown away, so that each number is as likely.
 */
export function seededChance(seed: string): RandomBelow {
  const nextWord = seededWords(seed);
  return (bound) => {
    const limit = Math.floor(0x1_0000_0000 / bound) * bound;
    let word = nextWord();
    while (word >= limit) word = nextWord();
    return word % bound;
  };
}

/** A new list with the same items in an order chosen by `below` (Fisher and Yates). */
export function shuffled<Item>(items: readonly Item[], below: RandomBelow): Item[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = below(last + 1);
    [order[last], order[other]] = [order[other] as Item, order[last] as Item];
  }
  return order;
}
