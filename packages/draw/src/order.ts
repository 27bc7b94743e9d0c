import { asciiBytes, fromHex32, joinBytes, uint32Bytes } from './bytes.js';
import type { DrawCrypto } from './crypto.js';

const WORD_RANGE = 2 ** 32;

/**
 * Step 5: the first `count` drawn of the frozen list, by default all of it. The first K are the winners, the rest
 * stand in for absent ones, in this order. A smaller `count` gives the beginning of the same order, and a `count`
 * above the list gives the whole list.
 *
 * Words above the largest multiple of n are thrown away, so every ticket is equally likely (RFC 3797 takes a plain
 * remainder and lives with a small skew). `seed` is 32 bytes in lower-case hex.
 */
export async function drawOrder(
  crypto: DrawCrypto,
  seed: string,
  tickets: readonly string[],
  count = tickets.length,
): Promise<readonly string[]> {
  const nextWord = wordsOf(crypto, seed);
  const left = [...tickets];
  const drawn: string[] = [];
  while (left.length > 0 && drawn.length < count) {
    const limit = Math.floor(WORD_RANGE / left.length) * left.length;
    const word = await nextWord();
    if (word < limit) drawn.push(...left.splice(word % left.length, 1));
  }
  return drawn;
}

/** Endless words: HMAC-SHA-256(seed, "draw/1/block\n" uint32be(i)), i = 0, 1, ..., each block as eight uint32be. */
function wordsOf(crypto: DrawCrypto, seed: string): () => Promise<number> {
  const key = fromHex32(seed);
  const label = asciiBytes('draw/1/block\n');
  let block: DataView | undefined;
  let blocks = 0;
  let offset = 32;
  return async () => {
    if (block === undefined || offset === 32) {
      const bytes = await crypto.hmacSha256(key, joinBytes(label, uint32Bytes(blocks)));
      block = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      blocks += 1;
      offset = 0;
    }
    const word = block.getUint32(offset);
    offset += 4;
    return word;
  };
}
