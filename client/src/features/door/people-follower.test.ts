import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DoorPerson } from './api.js';
import { GATHER_MS, MANY, PeopleFollower } from './people-follower.js';

type Read = (id: string) => Promise<DoorPerson>;
const person = (id: string) => ({ id }) as DoorPerson;

describe('PeopleFollower', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  function follower(read = vi.fn<Read>(async (id) => person(id))) {
    const put = vi.fn<(people: readonly DoorPerson[]) => void>();
    const reload = vi.fn<() => Promise<void>>(async () => undefined);
    return { read, put, reload, follower: new PeopleFollower({ read, put, reload }) };
  }

  it('reads each changed person once, together', async () => {
    const { read, put, follower: following } = follower();
    for (const id of ['a', 'b', 'a']) following.changed(id);
    await vi.advanceTimersByTimeAsync(GATHER_MS);
    expect(read).toHaveBeenCalledTimes(2);
    expect(put).toHaveBeenCalledExactlyOnceWith([person('a'), person('b')]);
  });

  it('reads everybody when many changed, or somebody is gone', async () => {
    const crowd = follower();
    for (let id = 0; id < MANY; id += 1) crowd.follower.changed(String(id));
    await vi.advanceTimersByTimeAsync(GATHER_MS);
    expect(crowd.read).not.toHaveBeenCalled();
    expect(crowd.reload).toHaveBeenCalledTimes(1);
    const gone = follower(vi.fn<Read>(() => Promise.reject(new Error('not-found'))));
    gone.follower.changed('a');
    await vi.advanceTimersByTimeAsync(GATHER_MS);
    expect(gone.reload).toHaveBeenCalledTimes(1);
  });

  it('waits for a round before the next, so that no old answer comes last', async () => {
    let answer: (found: DoorPerson) => void = () => undefined;
    const read = vi.fn<Read>(() => new Promise<DoorPerson>((resolve) => (answer = resolve)));
    const { put, follower: following } = follower(read);
    following.changed('a');
    await vi.advanceTimersByTimeAsync(GATHER_MS);
    following.changed('a');
    await vi.advanceTimersByTimeAsync(10 * GATHER_MS);
    expect(read).toHaveBeenCalledTimes(1);
    answer(person('a'));
    await vi.advanceTimersByTimeAsync(GATHER_MS);
    expect(read).toHaveBeenCalledTimes(2);
    expect(put).toHaveBeenCalledTimes(1);
    following.stop();
  });
});
