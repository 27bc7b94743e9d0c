import { asciiBytes, fromHex32, joinBytes, toHex } from './bytes.js';
import type { DrawCrypto } from './crypto.js';

const DRAW_ID = /^[0-9A-Za-z-]{1,64}$/;

/** Whether a text may name a draw: 1 to 64 letters, digits or hyphens (a UUID or a ULID is one). */
export function isDrawId(text: string): boolean {
  return DRAW_ID.test(text);
}

/**
 * Step 1, before the list is known: C = SHA-256("draw/1/commit\n" draw_id "\n" S).
 * `secret` is S, 32 random bytes in lower-case hex; the answer is C in lower-case hex. Throws RangeError for a secret
 * of another form, as the steps below do: whoever reads foreign input asks `verifyProof`.
 */
export async function commitment(crypto: DrawCrypto, drawId: string, secret: string): Promise<string> {
  return toHex(await crypto.sha256(joinBytes(asciiBytes(`draw/1/commit\n${drawId}\n`), fromHex32(secret))));
}

/** Step 2, the freeze: L = SHA-256("draw/1/list\n" then each ticket and "\n"), of tickets sorted by `sortTickets`. */
export async function listHash(crypto: DrawCrypto, tickets: readonly string[]): Promise<string> {
  return toHex(
    await crypto.sha256(asciiBytes(`draw/1/list\n${tickets.map((ticket) => `${ticket}\n`).join('')}`)),
  );
}

/** What the seed is made of: `commit`, `list`, `secret` in lower-case hex; N = `ticketCount`, K = `prizes`. */
export interface SeedParts {
  readonly drawId: string;
  readonly commit: string;
  readonly list: string;
  readonly ticketCount: number;
  readonly prizes: number;
  readonly secret: string;
  readonly publicNumber: string;
}

/** Step 4, when the room has called the public number: SHA-256 of the lines of section `draw/1/seed`, in hex. */
export async function seedOf(crypto: DrawCrypto, parts: SeedParts): Promise<string> {
  const lines = [
    'draw/1/seed',
    parts.drawId,
    parts.commit,
    parts.list,
    parts.ticketCount,
    parts.prizes,
    parts.secret,
    parts.publicNumber,
  ];
  return toHex(await crypto.sha256(asciiBytes(lines.map((line) => `${line}\n`).join(''))));
}
