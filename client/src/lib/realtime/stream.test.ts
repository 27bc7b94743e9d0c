import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StreamFollower } from './stream.js';

const stream = 'door:evening' as const;
const change = (rev: number) => ({ stream, rev, kind: 'seated', payload: rev });

describe('StreamFollower', () => {
  it('passes successors on, drops repeats, asks once for what was missed', async () => {
    const seen: number[] = [];
    const asked: number[] = [];
    const follower = new StreamFollower(4, {
      onChange: ({ rev }) => seen.push(rev),
      onResync: async (since) => (asked.push(since), 9),
    });
    for (const rev of [5, 5, 3, 6, 9, 8]) follower.change(change(rev));
    await Promise.resolve();
    await Promise.resolve();
    expect(seen).toEqual([5, 6]);
    expect(asked).toEqual([6]);
    follower.change(change(10));
    expect(seen).toEqual([5, 6, 10]);
  });

  it('asks again at the next heartbeat when the resync failed, and not in a loop', async () => {
    let asked = 0;
    const follower = new StreamFollower(1, {
      onChange: () => undefined,
      onResync: async () => ((asked += 1), Promise.reject(new Error('offline'))),
    });
    follower.isAt(3);
    await new Promise((resolve) => setTimeout(resolve));
    expect(asked).toBe(1);
    follower.isAt(3);
    await new Promise((resolve) => setTimeout(resolve));
    expect(asked).toBe(2);
  });

  it('ends with everything, in order, whatever the network loses, repeats or turns round', async () => {
    const arrivals = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(arrivals, async (revs) => {
        const known: number[] = [];
        const follower = new StreamFollower(0, {
          onChange: ({ rev }) => known.push(rev),
          onResync: async (since) => {
            await Promise.resolve();
            for (let rev = since + 1; rev <= 30; rev += 1) known.push(rev);
            return 30;
          },
        });
        for (const rev of revs) {
          follower.change(change(rev));
          if (rev % 3 === 0) await Promise.resolve();
        }
        follower.isAt(30);
        await new Promise((resolve) => setTimeout(resolve));
        expect(known).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
      }),
    );
  });
});
