import { type Announced, commitment, type DrawCrypto, type VerifyStep, verifyProof } from '@hillo/draw';
import { loadDrawCrypto } from '../../lib/draw-crypto/draw-crypto.js';
import { fetchProof, type OwnDraw } from './api.js';

export type RecheckStep = VerifyStep | 'own-ticket' | 'winners';

/** `seen`: this phone saw steps before the result, and they agree too. */
export type Verdict =
  { readonly ok: true; readonly seen: boolean } | { readonly ok: false; readonly step: RecheckStep };

/** Works the result of an ended draw out anew and compares it with what the page shows and what was seen before. */
export async function recheck(draw: OwnDraw, announced: Announced): Promise<Verdict> {
  const crypto = await loadDrawCrypto();
  return draw.hasProof
    ? checkProof(crypto, await fetchProof(draw.id), draw, announced)
    : checkSecret(crypto, draw, announced);
}

export async function checkProof(
  crypto: DrawCrypto,
  candidate: unknown,
  draw: Pick<OwnDraw, 'id' | 'ownTicket' | 'winners' | 'prizes' | 'state'>,
  announced: Announced,
): Promise<Verdict> {
  const result = await verifyProof(crypto, candidate, announced);
  if (!result.ok) return { ok: false, step: result.code };
  const { proof } = result.value;
  if (proof.drawId !== draw.id) return { ok: false, step: 'shape' };
  if (draw.ownTicket !== null && !proof.tickets.includes(draw.ownTicket))
    return { ok: false, step: 'own-ticket' };
  if (draw.state === 'done' && !showsWinners(draw.winners, proof.order))
    return { ok: false, step: 'winners' };
  return { ok: true, seen: Object.keys(announced).length > 0 };
}

/** A draw called off before anything was drawn: its secret is the one that was committed to. */
async function checkSecret(crypto: DrawCrypto, draw: OwnDraw, announced: Announced): Promise<Verdict> {
  if (draw.secret === null) return { ok: false, step: 'commit' };
  if ((announced.commit ?? draw.commit) !== draw.commit) return { ok: false, step: 'announced' };
  const commit = await commitment(crypto, draw.id, draw.secret);
  return commit === draw.commit ? { ok: true, seen: 'commit' in announced } : { ok: false, step: 'commit' };
}

/** Each prize was drawn in the order of the proof, and exactly its next tickets stood in for those passed over. */
function showsWinners(winners: OwnDraw['winners'], order: readonly string[]): boolean {
  const shown = winners.map(({ ticket, passed }) =>
    [...passed.map((pass) => pass.ticket), ticket].filter((each) => each !== null),
  );
  const called = winners.reduce((count, { passed }) => count + passed.length, winners.length);
  const drawn = new Set(order.slice(0, called));
  const all = shown.flat();
  return (
    shown.every(([first], prize) => first === order[prize]) &&
    all.length === drawn.size &&
    all.every((ticket) => drawn.has(ticket))
  );
}
