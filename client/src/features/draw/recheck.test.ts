import { makeProof } from '@hillo/draw';
import { passOver, prizeHolders, type PassedTicket, type PrizeHolder } from '@hillo/domain/draw';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadDrawCrypto } from '../../lib/draw-crypto/draw-crypto.js';
import { checkProof } from './recheck.js';

const TICKETS = ['A9GJ-6VBD', 'B3XA-88PW', 'K7QF-2M9D', 'M5NE-7R2K', 'Z0TT-41HC'];

async function proofOf(prizes: number) {
  const input = { drawId: 'test-draw', secret: '11'.repeat(32), tickets: TICKETS, prizes };
  const crypto = await loadDrawCrypto();
  return {
    crypto,
    proof: await makeProof(crypto, { ...input, publicNumber: 'stage:4711,0832,9050;drand:-' }),
  };
}

function pageOf(holders: readonly PrizeHolder[], ownTicket: string | null = null) {
  const winners = holders.map(({ prize, ticket, passed }) => ({
    prize,
    ticket: ticket ?? null,
    passed: [...passed],
    person: null,
  }));
  return { id: 'test-draw', state: 'done' as const, ownTicket, winners, prizes: [] };
}

function holdersOf(prizes: number, order: readonly string[], passed: readonly PassedTicket[] = []) {
  const holders = prizeHolders(prizes, order, passed);
  if (!holders.ok) throw new Error(holders.code);
  return holders.value;
}

describe('the recheck of a result', () => {
  it('agrees with an honest page, whoever is passed over in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.nat({ max: 5 }), { maxLength: 6 }),
        async (prizes, turns) => {
          const { crypto, proof } = await proofOf(prizes);
          let passed: readonly PassedTicket[] = [];
          for (const turn of turns) {
            const ticket = holdersOf(prizes, proof.order, passed)[turn % prizes]?.ticket;
            const next = ticket && passOver(prizes, proof.order, passed, { ticket, reason: 'not-present' });
            if (next && next.ok) passed = next.value.passed;
          }
          const page = pageOf(holdersOf(prizes, proof.order, passed), TICKETS[0]);
          expect(await checkProof(crypto, proof, page, { commit: proof.commit })).toEqual({
            ok: true,
            seen: true,
          });
        },
      ),
    );
  });

  it('names the step that fails', async () => {
    const { crypto, proof } = await proofOf(2);
    const holders = holdersOf(2, proof.order);
    const page = pageOf(holders);
    const step = async (candidate: unknown, shown = page, announced = {}) => {
      const verdict = await checkProof(crypto, candidate, shown, announced);
      return verdict.ok ? 'none' : verdict.step;
    };
    expect(await step(proof)).toBe('none');
    expect(await step({ ...proof, order: proof.order.toReversed() })).toBe('order');
    expect(await step(proof, page, { list: 'f'.repeat(64) })).toBe('announced');
    expect(await step(proof, { ...page, id: 'another-draw' })).toBe('shape');
    expect(await step(proof, pageOf(holders, 'XXXX-XXXX'))).toBe('own-ticket');
    expect(
      await step(proof, pageOf(holders.toReversed().map((holder, prize) => ({ ...holder, prize })))),
    ).toBe('winners');
    const [first] = holders;
    const swapped = first ? [{ ...first, ticket: proof.order[4] }, ...holders.slice(1)] : [];
    expect(await step(proof, pageOf(swapped))).toBe('winners');
  });
});
