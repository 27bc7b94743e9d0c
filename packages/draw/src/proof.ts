import { isHex32 } from './bytes.js';
import type { DrawCrypto } from './crypto.js';
import { drawOrder } from './order.js';
import { parsePublicNumber } from './public-number.js';
import { commitment, isDrawId, listHash, seedOf } from './steps.js';
import { isTicket, isTicketList } from './ticket.js';

/** Everything that is published at the reveal; its keys as JSON are exactly these. */
export interface DrawProof {
  readonly drawId: string;
  /** S: 32 bytes in lower-case hex, like `commit`, `list` and `seed`. */
  readonly secret: string;
  /** The frozen list: `XXXX-XXXX` each, sorted bytewise, none twice. */
  readonly tickets: readonly string[];
  /** K, how many prizes there are; at least 1, may exceed the tickets. */
  readonly prizes: number;
  readonly publicNumber: string;
  readonly commit: string;
  readonly list: string;
  readonly seed: string;
  /** All tickets in the order drawn: the first `prizes` won, the next stand in for absent ones. */
  readonly order: readonly string[];
}

/** What goes into a draw; all else in the proof follows from it. */
export type DrawInput = Pick<DrawProof, 'drawId' | 'secret' | 'tickets' | 'prizes' | 'publicNumber'>;

/** What a checker finds wrong with the form of the inputs. */
export const INPUT_FAULTS = ['shape', 'tickets', 'public-number'] as const;
export type InputFault = (typeof INPUT_FAULTS)[number];

/** The first thing wrong with the inputs, or undefined: `tickets` means unsorted or one twice. */
export function inputFault(input: DrawInput): InputFault | undefined {
  if (!isDrawId(input.drawId) || !isHex32(input.secret)) return 'shape';
  if (!Number.isSafeInteger(input.prizes) || input.prizes < 1) return 'shape';
  if (!input.tickets.every(isTicket)) return 'shape';
  if (!isTicketList(input.tickets)) return 'tickets';
  return parsePublicNumber(input.publicNumber) === undefined ? 'public-number' : undefined;
}

/** The proof that follows from the inputs, always the same one; throws RangeError if `inputFault` finds a fault. */
export async function makeProof(crypto: DrawCrypto, input: DrawInput): Promise<DrawProof> {
  const fault = inputFault(input);
  if (fault !== undefined) throw new RangeError(`inputs of a draw: ${fault}`);
  const { drawId, secret, tickets, prizes, publicNumber } = input;
  const commit = await commitment(crypto, drawId, secret);
  const list = await listHash(crypto, tickets);
  const seed = await seedOf(crypto, { ...input, commit, list, ticketCount: tickets.length });
  const order = await drawOrder(crypto, seed, tickets);
  return { drawId, secret, tickets, prizes, publicNumber, commit, list, seed, order };
}
