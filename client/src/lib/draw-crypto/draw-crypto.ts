import { type DrawCrypto, webCrypto } from '@hillo/draw';

/** The browser's own; on plain http, where it is missing, a library that is fetched only then. */
export async function loadDrawCrypto(subtle: SubtleCrypto | undefined = crypto.subtle): Promise<DrawCrypto> {
  return subtle === undefined ? (await import('./draw-crypto-insecure.js')).libraryCrypto : webCrypto(subtle);
}
