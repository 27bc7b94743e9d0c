import { loadDrawCrypto } from '../../../lib/draw-crypto/draw-crypto.js';

/** The hash by which the door's list knows a badge: SHA-256 of its token in capitals, hex. */
export async function badgeHash(token: string): Promise<string> {
  const crypto = await loadDrawCrypto();
  const digest = await crypto.sha256(new TextEncoder().encode(token.trim().toUpperCase()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
