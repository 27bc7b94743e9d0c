import { webcrypto } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import published from '../vectors/draw-1.json' with { type: 'json' };
import { webCrypto } from './crypto.js';
import { type DrawProof, makeProof } from './proof.js';
import { verifyProof } from './verify.js';

const crypto = webCrypto(webcrypto.subtle);
const zeros = '0'.repeat(64);
const [first = '', second = '', ...others] = published.tickets;

describe('verifyProof', () => {
  it('accepts the published proof and names the winners', async () => {
    expect(await verifyProof(crypto, published)).toEqual({
      ok: true,
      value: { proof: published, winners: ['K7QF-2M9D', 'B3XA-88PW'] },
    });
  });

  it.each<[string, Partial<Record<keyof DrawProof, unknown>>]>([
    ['shape', { drawId: 7 }],
    ['shape', { drawId: '' }],
    ['shape', { secret: published.secret.slice(1) }],
    ['shape', { tickets: 'A9GJ-6VBD' }],
    ['shape', { tickets: [first, 5] }],
    ['shape', { tickets: ['a9gj-6vbd'] }],
    ['shape', { prizes: '2' }],
    ['shape', { prizes: Number.NaN }],
    ['shape', { commit: published.commit.toUpperCase() }],
    ['shape', { order: null }],
    ['tickets', { tickets: [second, first, ...others] }],
    ['tickets', { tickets: [first, first, second, ...others] }],
    ['public-number', { publicNumber: 'stage:4711,0832,9050;drand:5:ab' }],
    ['commit', { drawId: 'another' }],
    ['commit', { secret: zeros }],
    ['commit', { commit: zeros }],
    ['list', { tickets: [first, second] }],
    ['list', { list: zeros }],
    ['seed', { prizes: 3 }],
    ['seed', { publicNumber: 'stage:4711,0832,9051;drand:-' }],
    ['seed', { seed: zeros }],
    ['order', { order: published.order.toReversed() }],
    ['order', { order: published.order.slice(0, 2) }],
    ['order', { order: [published.order.join(',')] }],
    ['order', { order: [] }],
  ])('names the step %s for %j', async (code, change) => {
    expect(await verifyProof(crypto, { ...published, ...change })).toEqual({ ok: false, code });
  });

  it('wants exactly the keys of a proof', async () => {
    const { order: _order, ...short } = published;
    for (const candidate of [null, undefined, 5, 'text', [], {}, short, { ...published, winners: [] }]) {
      expect(await verifyProof(crypto, candidate)).toEqual({ ok: false, code: 'shape' });
    }
  });

  it('refuses another draw than the one that was announced, although it agrees with itself', async () => {
    const { drawId, tickets, prizes, publicNumber } = published;
    const forged = await makeProof(crypto, { drawId, tickets, prizes, publicNumber, secret: zeros });
    expect((await verifyProof(crypto, forged)).ok).toBe(true);
    const { commit, list } = published;
    expect(await verifyProof(crypto, forged, { commit })).toEqual({ ok: false, code: 'announced' });
    expect((await verifyProof(crypto, published, { commit, list, publicNumber })).ok).toBe(true);
    expect(await verifyProof(crypto, published, { list: zeros })).toEqual({ ok: false, code: 'announced' });
    const calls = 'stage:4711,0832,9051;drand:-';
    expect(await verifyProof(crypto, published, { publicNumber: calls })).toEqual({
      ok: false,
      code: 'announced',
    });
  });

  it('never throws, whatever JSON it is given', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.constantFrom(...Object.keys(published)), async (value, key) => {
        expect((await verifyProof(crypto, value)).ok).toBe(false);
        const changed =
          JSON.stringify(value) !== JSON.stringify(Object.entries(published).find(([k]) => k === key)?.[1]);
        expect((await verifyProof(crypto, { ...published, [key]: value })).ok).toBe(!changed);
      }),
      { seed: 35, numRuns: 300 },
    );
  });
});
