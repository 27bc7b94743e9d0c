import fc from 'fast-check';
import { expect, it } from 'vitest';
import { libraryCrypto } from './draw-crypto-insecure.js';
import { loadDrawCrypto } from './draw-crypto.js';

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const bytes = (text: string) => new TextEncoder().encode(text);

it('computes the vectors of FIPS 180-4 and RFC 4231', async () => {
  const crypto = await loadDrawCrypto();
  expect(hex(await crypto.sha256(bytes('abc')))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
  expect(hex(await crypto.hmacSha256(bytes('Jefe'), bytes('what do ya want for nothing?')))).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  );
});

it('gives the same on plain http, where the browser has no crypto.subtle', async () => {
  const own = await loadDrawCrypto();
  const sizes = { minLength: 1, maxLength: 200 };
  await fc.assert(
    fc.asyncProperty(fc.uint8Array(sizes), fc.uint8Array(sizes), async (key, text) => {
      const [k, t] = [new Uint8Array(key), new Uint8Array(text)];
      expect(hex(await libraryCrypto.sha256(t))).toBe(hex(await own.sha256(t)));
      expect(hex(await libraryCrypto.hmacSha256(k, t))).toBe(hex(await own.hmacSha256(k, t)));
    }),
  );
});
