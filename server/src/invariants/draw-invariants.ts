import { webcrypto } from 'node:crypto';
import { CHAIN_START, chainHead, commitment, listHash, makeProof, webCrypto } from '@hillo/draw';
import { z } from 'zod';

const hex = z.instanceof(Buffer).transform((bytes) => bytes.toString('hex'));

export const drawRow = z.object({
  id: z.string(),
  eveningId: z.string(),
  number: z.number(),
  state: z.string(),
  secret: hex,
  commitment: z.string(),
  prizes: z.array(z.unknown()).nullable(),
  tickets: z.array(z.string()).nullable(),
  list: z.string().nullable(),
  publicNumber: z.string().nullable(),
  seed: z.string().nullable(),
  ticketOrder: z.array(z.string()).nullable(),
  previousHash: z.string(),
  chainHash: z.string(),
  passed: z.array(z.string()),
});
export type DrawRow = z.infer<typeof drawRow>;

export const DRAW_ROWS = `
  SELECT d.id, d.evening_id AS "eveningId", d.number, d.state, d.secret, d.commitment, d.prizes, d.tickets, d.list,
         d.public_number AS "publicNumber", d.seed, d.ticket_order AS "ticketOrder",
         d.previous_hash AS "previousHash", d.chain_hash AS "chainHash",
         array(SELECT p.ticket FROM draw_passes p WHERE p.draw_id = d.id ORDER BY p.turn) AS passed
  FROM draws d ORDER BY d.evening_id, d.number`;

const crypto = webCrypto(webcrypto.subtle);

type Draws = readonly DrawRow[];
type Holds = (draw: DrawRow, draws: Draws) => Promise<boolean> | boolean;

/** What must hold of every stored draw, worked out anew by `draw/1`. */
export const DRAW_INVARIANTS: Readonly<Record<string, Holds>> = {
  'a draw whose commitment is not that of its secret': async ({ id, secret, commitment: stored }) =>
    (await commitment(crypto, id, secret)) === stored,
  'a draw whose list is not that of its tickets': async ({ tickets, list }) =>
    tickets === null ? list === null : (await listHash(crypto, tickets)) === list,
  'a drawn order that does not follow from what was announced': async (draw) => {
    const { id, secret, tickets, prizes, publicNumber, seed, ticketOrder } = draw;
    if (draw.state !== 'done' || !tickets || !prizes || publicNumber === null) return draw.state !== 'done';
    const input = { drawId: id, secret, tickets, prizes: prizes.length, publicNumber };
    const proof = await makeProof(crypto, input);
    return proof.seed === seed && JSON.stringify(proof.order) === JSON.stringify(ticketOrder);
  },
  'a ticket passed over twice, or never drawn': ({ passed, ticketOrder }) =>
    new Set(passed).size === passed.length && passed.every((ticket) => ticketOrder?.includes(ticket)),
  'a draw that is missing from the chain of its evening': async (draw, draws) => {
    const before = draws.find(
      (other) => other.eveningId === draw.eveningId && other.number === draw.number - 1,
    );
    const previous = before?.chainHash ?? CHAIN_START;
    const link = { number: draw.number, drawId: draw.id, commit: draw.commitment };
    return draw.previousHash === previous && (await chainHead(crypto, previous, link)) === draw.chainHash;
  },
};
