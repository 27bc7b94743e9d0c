import { webcrypto } from 'node:crypto';
import { type DrawCrypto, webCrypto } from '@hillo/draw';

/** Node's own SHA-256 and HMAC. */
export const drawCrypto: DrawCrypto = webCrypto(webcrypto.subtle);

export function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
