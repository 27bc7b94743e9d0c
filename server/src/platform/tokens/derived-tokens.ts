import { createHmac, hash } from 'node:crypto';
import { readKeys } from './keys.js';

export type TokenKind =
  'personal' | 'badge' | 'crew' | 'sign-in' | 'invitation' | 'association' | 'handover' | 'email-change';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648 base32 without padding. */
function base32(bytes: Uint8Array): string {
  let bits = 0;
  let held = 0;
  let text = '';
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += BASE32[(held >> bits) & 31];
      held &= (1 << bits) - 1;
    }
  }
  return bits > 0 ? text + BASE32[(held << (5 - bits)) & 31] : text;
}

/** SHA-256 of a random secret (a session's token) as hex: what the database keeps. */
export function hashSecret(secret: string): string {
  return hash('sha256', secret);
}

/** The same for a link's token, whose case and surrounding spaces do not matter. */
export function hashToken(token: string): string {
  return hashSecret(token.trim().toUpperCase());
}

/**
 * Personal, badge and crew tokens (product rule 13): base32 of the first 128 bits of
 * HMAC-SHA-256(LINK_KEY, kind ‖ id ‖ version), 26 signs. Nothing secret is stored, so a badge can be printed again and a
 * link sent again; raising the version revokes.
 */
export class DerivedTokens {
  private readonly key: Buffer;

  constructor(linkKey: string) {
    this.key = readKeys(linkKey)[0].bytes;
  }

  derive(kind: TokenKind, id: string, version: number): string {
    const digest = createHmac('sha256', this.key).update(`${kind}\n${id}\n${version}`).digest();
    return base32(digest.subarray(0, 16));
  }

  /** Six digits for a mail, even among the million: what is left over of 64 bits is far below one in a billion. */
  deriveCode(id: string): string {
    const digest = createHmac('sha256', this.key).update(`step-up\n${id}`).digest();
    return String(digest.readBigUInt64BE() % 1_000_000n).padStart(6, '0');
  }

  /** A code is short enough to be found from a bare hash, so its hash is keyed: the database alone tells nothing. */
  hashCode(id: string, code: string): Buffer {
    return createHmac('sha256', this.key).update(`step-up-code\n${id}\n${code}`).digest();
  }

  /** The hash under which a derived token is stored and looked up. */
  deriveHash(kind: TokenKind, id: string, version: number): string {
    return hashToken(this.derive(kind, id, version));
  }
}
