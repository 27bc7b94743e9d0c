import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DrawCrypto } from './crypto.js';
import { drawOrder } from './order.js';
import { seedOf } from './steps.js';
import { sortTickets, ticketFromDigest } from './ticket.js';

const FULL = process.env['HILLO_TEST_FULL'] === '1';

const sha = (text: string) => createHash('sha256').update(text).digest();
const crypto: DrawCrypto = {
  sha256: async (bytes) => createHash('sha256').update(bytes).digest(),
  hmacSha256: async (key, bytes) => createHmac('sha256', key).update(bytes).digest(),
};
const ticketsOf = (count: number) =>
  sortTickets(Array.from({ length: count }, (_, at) => ticketFromDigest(sha(`ticket ${at}`))));
const seedNumber = fc.nat().map((value) => sha(`seed ${value}`).toString('hex'));

/** A port whose blocks hold the given words, so that a throw-away can be shown; by chance none comes in years. */
function scripted(...words: number[]): DrawCrypto {
  const blocks = Buffer.alloc(Math.ceil(words.length / 8) * 32);
  words.forEach((word, at) => blocks.writeUInt32BE(word, at * 4));
  return {
    ...crypto,
    hmacSha256: async (_key, bytes) => {
      const block = Buffer.from(bytes).readUInt32BE(bytes.length - 4);
      return new Uint8Array(blocks.subarray(block * 32, block * 32 + 32));
    },
  };
}

describe('drawOrder', () => {
  it('draws every ticket once, whatever the seed', async () => {
    await fc.assert(
      fc.asyncProperty(seedNumber, fc.integer({ min: 0, max: 200 }), async (seed, count) => {
        const tickets = ticketsOf(count);
        expect(sortTickets(await drawOrder(crypto, seed, tickets))).toEqual(tickets);
      }),
      { seed: 33, numRuns: 100 },
    );
  });

  it('begins with the same winners however many prizes there are', async () => {
    await fc.assert(
      fc.asyncProperty(seedNumber, fc.nat({ max: 60 }), fc.nat({ max: 80 }), async (seed, count, prizes) => {
        const tickets = ticketsOf(count);
        const all = await drawOrder(crypto, seed, tickets);
        expect(await drawOrder(crypto, seed, tickets, prizes)).toEqual(all.slice(0, prizes));
      }),
      { seed: 34, numRuns: 100 },
    );
  });

  it('knows the smallest lists', async () => {
    const seed = sha('small').toString('hex');
    expect(await drawOrder(crypto, seed, [])).toEqual([]);
    expect(await drawOrder(crypto, seed, [], 3)).toEqual([]);
    expect(await drawOrder(crypto, seed, ['A9GJ-6VBD'])).toEqual(['A9GJ-6VBD']);
    expect(await drawOrder(crypto, seed, ticketsOf(2), 5)).toHaveLength(2);
  });

  it('draws ten thousand tickets', async () => {
    const tickets = ticketsOf(10_000);
    const before = process.cpuUsage();
    const order = await drawOrder(crypto, sha('many').toString('hex'), tickets);
    const { user, system } = process.cpuUsage(before);
    expect(new Set(order).size).toBe(10_000);
    // A second of the processor's own time (T33); what a busy machine adds by waiting is not counted.
    if (FULL) expect(user + system).toBeLessThan(1_000_000);
  });

  it('throws away a word above the largest multiple and takes the next, across blocks too', async () => {
    const seed = '00'.repeat(32);
    const tickets = ticketsOf(3);
    const [first, second, third] = tickets;
    const largest = 2 ** 32 - 1; // for three the limit is 2^32 - 1, for two it is 2^32
    expect(await drawOrder(scripted(largest, 1, largest, 0), seed, tickets)).toEqual([second, third, first]);
    expect(await drawOrder(scripted(largest - 1, 0, 0), seed, tickets)).toEqual([third, first, second]);
    const manyThrown = [...Array.from({ length: 9 }, () => largest), 1, 0, 0];
    expect(await drawOrder(scripted(...manyThrown), seed, tickets)).toEqual([second, first, third]);
  });
});

describe('fairness (T33)', () => {
  const PEOPLE = 83;
  /** 0.1 % and 99.9 % of the chi-square distribution with 82 degrees of freedom. */
  const BAND: readonly [number, number] = [47.8, 127.4];
  const rounds = FULL ? 100_000 : 8_300;

  function chiSquare(counts: readonly number[]): number {
    const expected = rounds / counts.length;
    return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  }

  it(`gives everybody the same chance in ${rounds} draws`, async () => {
    const tickets = ticketsOf(PEOPLE);
    const wins = new Map(tickets.map((ticket) => [ticket, 0]));
    for (let round = 0; round < rounds; round += 1) {
      const secret = sha(`secret ${round}`).toString('hex');
      const parts = {
        drawId: `draw-${round}`,
        commit: secret,
        list: secret,
        ticketCount: PEOPLE,
        prizes: 1,
        secret,
      };
      const seed = await seedOf(crypto, { ...parts, publicNumber: 'stage:4711,0832,9050;drand:-' });
      for (const winner of await drawOrder(crypto, seed, tickets, 1))
        wins.set(winner, (wins.get(winner) ?? 0) + 1);
    }
    const statistic = chiSquare([...wins.values()]);
    expect(statistic).toBeGreaterThan(BAND[0]);
    expect(statistic).toBeLessThan(BAND[1]);
  }, 60_000);

  it('would notice the remainder of a single byte, which favours seven people', () => {
    const wins = Array.from({ length: PEOPLE }, () => 0);
    for (let round = 0; round < rounds; round += 1) {
      const place = sha(`byte ${round}`).readUInt8(0) % PEOPLE;
      wins[place] = (wins[place] ?? 0) + 1;
    }
    expect(chiSquare(wins)).toBeGreaterThan(BAND[1]);
  });
});
