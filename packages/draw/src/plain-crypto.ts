import { joinBytes } from './bytes.js';
import type { DrawCrypto } from './crypto.js';

const BLOCK = 64;
const PRIMES = firstPrimes(64);
/** FIPS 180-4: fractions of the square roots of the first 8 primes, of the cube roots of the first 64. */
const START = PRIMES.slice(0, 8).map((prime) => fraction32(Math.sqrt(prime)));
const ROUND = PRIMES.map((prime) => fraction32(Math.cbrt(prime)));

/**
 * SHA-256 and HMAC in plain arithmetic, for pages on plain http where browsers hide `crypto.subtle`. Meant for
 * rechecking a published proof: it does not run in constant time, so no secret belongs here.
 */
export const plainCrypto: DrawCrypto = {
  async sha256(bytes) {
    return sha256(bytes);
  },
  async hmacSha256(key, bytes) {
    const padded = new Uint8Array(BLOCK);
    padded.set(key.length > BLOCK ? sha256(key) : key);
    const inner = sha256(
      joinBytes(
        padded.map((byte) => byte ^ 0x36),
        bytes,
      ),
    );
    return sha256(
      joinBytes(
        padded.map((byte) => byte ^ 0x5c),
        inner,
      ),
    );
  },
};

function sha256(bytes: Uint8Array): Uint8Array {
  const padded = new DataView(new ArrayBuffer(Math.ceil((bytes.length + 9) / BLOCK) * BLOCK));
  new Uint8Array(padded.buffer).set(bytes);
  padded.setUint8(bytes.length, 0x80);
  padded.setBigUint64(padded.byteLength - 8, BigInt(bytes.length) * 8n);

  const state = Uint32Array.from(START);
  const schedule = new Uint32Array(64);
  for (let start = 0; start < padded.byteLength; start += BLOCK) {
    for (let t = 0; t < 16; t += 1) schedule[t] = padded.getUint32(start + t * 4);
    compress(state, schedule);
  }
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, at) => digest.setUint32(at * 4, word));
  return new Uint8Array(digest.buffer);
}

/** One block: `schedule` holds its sixteen words and is filled up to sixty-four. */
function compress(state: Uint32Array, schedule: Uint32Array): void {
  for (let t = 16; t < 64; t += 1) {
    const early = schedule[t - 15]!;
    const late = schedule[t - 2]!;
    const sigma0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const sigma1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    schedule[t] = schedule[t - 16]! + sigma0 + schedule[t - 7]! + sigma1;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let t = 0; t < 64; t += 1) {
    const sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const first = (h + sum1 + ((e & f) ^ (~e & g)) + ROUND[t]! + schedule[t]!) | 0;
    const sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const second = (sum0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, at) => (state[at] = state[at]! + word));
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function fraction32(value: number): number {
  return Math.floor((value % 1) * 2 ** 32);
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate += 1) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return primes;
}
