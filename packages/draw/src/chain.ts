import { asciiBytes, toHex } from './bytes.js';
import type { DrawCrypto } from './crypto.js';

/** What the first draw of an evening is chained to. */
export const CHAIN_START = '0'.repeat(64);

/**
 * The head of an evening's chain of draws after one more commitment: SHA-256("draw-chain/1\n" previous "\n" number
 * "\n" draw_id "\n" hex(C) "\n"), lower-case hex. Draws are numbered from 1. Whoever wrote a head down notices when
 * a draw before it is left out, swapped or made again. Stands beside the proof, outside `draw/1`.
 */
export async function chainHead(
  crypto: DrawCrypto,
  previous: string,
  draw: { readonly number: number; readonly drawId: string; readonly commit: string },
): Promise<string> {
  return toHex(
    await crypto.sha256(
      asciiBytes(`draw-chain/1\n${previous}\n${draw.number}\n${draw.drawId}\n${draw.commit}\n`),
    ),
  );
}
