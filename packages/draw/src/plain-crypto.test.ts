import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex32, asciiBytes, toHex } from './bytes.js';
import { plainCrypto } from './plain-crypto.js';

const bytes = (maxLength: number) => fc.uint8Array({ maxLength }).map((array) => Uint8Array.from(array));

describe('plainCrypto', () => {
  it('passes the known answers of FIPS 180-4', async () => {
    const answers: [string, string][] = [
      ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
      ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
      ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
    ];
    for (const [text, digest] of answers) {
      expect(toHex(await plainCrypto.sha256(asciiBytes(text)))).toBe(digest);
    }
  });

  it('hashes like another code base, around every block border', async () => {
    for (let length = 0; length <= 200; length += 1) {
      const message = Uint8Array.from({ length }, (_, at) => (at * 31 + length) & 255);
      expect(toHex(await plainCrypto.sha256(message))).toBe(
        createHash('sha256').update(message).digest('hex'),
      );
    }
  });

  it('makes the same HMAC as another code base, also with keys longer than a block', async () => {
    await fc.assert(
      fc.asyncProperty(bytes(150), bytes(300), async (key, message) => {
        const expected = createHmac('sha256', key).update(message).digest('hex');
        expect(toHex(await plainCrypto.hmacSha256(key, message))).toBe(expected);
      }),
      { seed: 21, numRuns: 300 },
    );
  });
});

describe('bytes', () => {
  it('refuse what draw/1 never hashes', () => {
    expect(() => asciiBytes('å')).toThrow(RangeError);
    for (const text of ['', 'g'.repeat(64), 'A'.repeat(64), 'a'.repeat(63), `${'a'.repeat(64)}\n`]) {
      expect(() => fromHex32(text)).toThrow(RangeError);
    }
  });

  it('come back from hexadecimal as they were', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (array) => {
        expect([...fromHex32(toHex(array))]).toEqual([...array]);
      }),
    );
  });
});
