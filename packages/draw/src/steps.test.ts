import { createHash, webcrypto } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import published from '../vectors/draw-1.json' with { type: 'json' };
import { CHAIN_START, chainHead } from './chain.js';
import { webCrypto } from './crypto.js';
import { inputFault, makeProof } from './proof.js';
import { commitment, isDrawId, listHash, seedOf } from './steps.js';

const commit = 'e923998486e8bb40aa4e07392543d0147f23b06e9759e5c525961ed0082a85d8';
const list = '9fceb4440144cfd860246a3dd7ef2de5d2ecd8c7a90342733fdf51984cbf4d48';
const seed = '9f504959e041b47886a7b05772d312348551da5d4e01450fd3c1684f8598f083';
const input = {
  drawId: '01J0DRAWTESTVECTOR00000001',
  secret: '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f',
  tickets: ['A9GJ-6VBD', 'B3XA-88PW', 'K7QF-2M9D', 'M5NE-7R2K', 'Z0TT-41HC'],
  prizes: 2,
  publicNumber: 'stage:4711,0832,9050;drand:-',
};

const crypto = webCrypto(webcrypto.subtle);

describe('the published test vector', () => {
  it('gives every published value step by step', async () => {
    expect(await commitment(crypto, input.drawId, input.secret)).toBe(commit);
    expect(await listHash(crypto, input.tickets)).toBe(list);
    expect(await seedOf(crypto, { ...input, commit, list, ticketCount: 5 })).toBe(seed);
  });

  it('gives the published proof, with its keys in the published order', async () => {
    const proof = await makeProof(crypto, input);
    const order = ['K7QF-2M9D', 'B3XA-88PW', 'Z0TT-41HC', 'A9GJ-6VBD', 'M5NE-7R2K'];
    expect(proof).toEqual({ ...input, commit, list, seed, order });
    expect(JSON.stringify(proof)).toBe(JSON.stringify(published));
  });
});

describe('inputs of a draw', () => {
  it.each([
    ['shape', { drawId: '' }],
    ['shape', { drawId: 'a\nb' }],
    ['shape', { drawId: 'ä' }],
    ['shape', { secret: input.secret.toUpperCase() }],
    ['shape', { secret: input.secret.slice(2) }],
    ['shape', { prizes: 0 }],
    ['shape', { prizes: 1.5 }],
    ['shape', { tickets: ['A9GJ6VBD'] }],
    ['tickets', { tickets: ['B3XA-88PW', 'A9GJ-6VBD'] }],
    ['tickets', { tickets: ['A9GJ-6VBD', 'A9GJ-6VBD'] }],
    ['public-number', { publicNumber: 'stage:4711,0832;drand:-' }],
  ])('are refused as %s: %j', async (fault, change) => {
    expect(inputFault({ ...input, ...change })).toBe(fault);
    await expect(makeProof(crypto, { ...input, ...change })).rejects.toThrow(RangeError);
  });

  it('may name the draw by a UUID', () => {
    expect(isDrawId('01978f3e-8a5c-7c3e-9d0f-2b6a5d1e4f70')).toBe(true);
    expect(isDrawId('x'.repeat(65))).toBe(false);
  });
});

describe('chainHead', () => {
  const draw = { number: 1, drawId: input.drawId, commit };

  it('changes with the head before it and with every part of the draw', async () => {
    const first = await chainHead(crypto, CHAIN_START, draw);
    const others = await Promise.all([
      chainHead(crypto, first, draw),
      chainHead(crypto, CHAIN_START, { ...draw, number: 2 }),
      chainHead(crypto, CHAIN_START, { ...draw, drawId: 'another' }),
      chainHead(crypto, CHAIN_START, { ...draw, commit: list }),
    ]);
    expect(new Set([first, ...others]).size).toBe(5);
  });

  it('is the hash of its written form', async () => {
    const text = `draw-chain/1\n${'0'.repeat(64)}\n1\n${input.drawId}\n${commit}\n`;
    expect(await chainHead(crypto, CHAIN_START, draw)).toBe(createHash('sha256').update(text).digest('hex'));
  });
});
