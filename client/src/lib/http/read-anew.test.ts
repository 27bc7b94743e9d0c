import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';

import { readAnew } from './read-anew.js';

/** A server whose state is a number; every read takes the state at its beginning and answers when told. */
function server() {
  const answers: (() => void)[] = [];
  const state = { now: 0 };
  const query = {
    queryKey: ['state'],
    queryFn: () => {
      const { now } = state;
      return new Promise<number>((resolve) => answers.push(() => resolve(now)));
    },
  };
  const answer = async (): Promise<void> => {
    await Promise.resolve();
    answers[answers.length - 1]?.();
  };
  return { state, query, answer, reads: () => answers.length };
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('readAnew', () => {
  it('is not content with a read that began before the change', async () => {
    const client = new QueryClient();
    const { state, query, answer, reads } = server();
    const before = client.fetchQuery(query);
    state.now = 1;
    const after = readAnew(client, query);
    await answer();
    expect(await before).toBe(0);
    await settle();
    await answer();
    expect(await after).toBe(1);
    expect(reads()).toBe(2);
  });

  it('reads once for all who ask meanwhile', async () => {
    const client = new QueryClient();
    const { state, query, answer, reads } = server();
    void client.fetchQuery(query);
    state.now = 1;
    const asked = [readAnew(client, query), readAnew(client, query), readAnew(client, query)];
    await answer();
    await settle();
    await answer();
    expect(await Promise.all(asked)).toEqual([1, 1, 1]);
    expect(reads()).toBe(2);
  });

  it('reads again after a read that failed', async () => {
    const client = new QueryClient();
    let fails = true;
    const query = {
      queryKey: ['state'],
      retry: false,
      queryFn: async () => {
        await settle();
        if (fails) throw new Error('gone');
        return 'here';
      },
    };
    const before = client.fetchQuery(query).catch(() => 'failed');
    const after = readAnew(client, query);
    expect(await before).toBe('failed');
    fails = false;
    expect(await after).toBe('here');
  });
});
