import type { StreamChange, StreamName, WatchAnswer } from '@hillo/contracts/realtime';
import { describe, expect, it, vi } from 'vitest';
import { StreamSocket } from './socket.js';

type Connect = ConstructorParameters<typeof StreamSocket>[0];
const door: StreamName = 'door:evening';

/** A socket whose other end is the test. */
function fakeSocket(answers: Readonly<Record<string, WatchAnswer>>) {
  const listeners = new Map<string, (value: never) => void>();
  const sent: string[] = [];
  const socket = {
    connected: false,
    connect: () => arrive('connect'),
    disconnect: () => (socket.connected = false),
    on: (event: string, listener: (value: never) => void) => void listeners.set(event, listener),
    emit: (event: string, { stream }: { stream: string }, answer: (value: unknown) => void) => {
      sent.push(`${event} ${stream}`);
      if (event === 'watch') answer(answers[stream]);
    },
  };
  function arrive(event: string, value?: unknown): void {
    if (event === 'connect') socket.connected = true;
    listeners.get(event)?.(value as never);
  }
  const connect = (async () => socket) as unknown as Connect;
  return { streams: new StreamSocket(connect), sent, arrive, socket };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));
const handlers = () => ({
  onChange: vi.fn<(change: StreamChange) => void>(),
  onResync: vi.fn<(since: number) => Promise<number>>(async () => 7),
  onRevoked: vi.fn<() => void>(),
});

describe('StreamSocket', () => {
  it('watches once connected, again after each reconnection, and catches up', async () => {
    const { streams, sent, arrive } = fakeSocket({ [door]: { ok: true, rev: 7 } });
    const watching = handlers();
    streams.watch(door, 5, watching);
    await settle();
    arrive('connect');
    await settle();
    expect(sent).toEqual(['watch door:evening']);
    expect(watching.onResync).toHaveBeenCalledExactlyOnceWith(5);
    arrive('disconnect', 'io server disconnect');
    expect(sent).toHaveLength(2);
    arrive('change', { stream: door, rev: 8, kind: 'in', payload: null });
    arrive('change', { stream: 'door:other', rev: 1, kind: 'in', payload: null });
    expect(watching.onChange).toHaveBeenCalledOnce();
  });

  it('notices by the heartbeat what it missed', async () => {
    const { streams, arrive } = fakeSocket({ [door]: { ok: true, rev: 6 } });
    const watching = handlers();
    streams.watch(door, 6, watching);
    await settle();
    arrive('connect');
    arrive('heartbeat', { [door]: 6 });
    expect(watching.onResync).not.toHaveBeenCalled();
    arrive('heartbeat', { [door]: 7 });
    expect(watching.onResync).toHaveBeenCalledExactlyOnceWith(6);
  });

  it('tells when the right is refused or lost, and then says no more', async () => {
    const { streams, arrive } = fakeSocket({
      [door]: { ok: true, rev: 1 },
      'stage:x': { ok: false, code: 'not-allowed' },
    });
    const [lost, refused] = [handlers(), handlers()];
    streams.watch(door, 1, lost);
    streams.watch('stage:x', 1, refused);
    await settle();
    arrive('connect');
    expect(refused.onRevoked).toHaveBeenCalledOnce();
    arrive('revoked', { stream: door });
    arrive('change', { stream: door, rev: 2, kind: 'in', payload: null });
    expect(lost.onRevoked).toHaveBeenCalledOnce();
    expect(lost.onChange).not.toHaveBeenCalled();
  });

  it('stops watching with the last watcher, and closes with the last stream', async () => {
    const { streams, sent, arrive, socket } = fakeSocket({ [door]: { ok: true, rev: 1 } });
    const stops = [streams.watch(door, 1, handlers()), streams.watch(door, 1, handlers())];
    await settle();
    arrive('connect');
    stops[0]?.();
    await settle();
    expect(sent).not.toContain('unwatch door:evening');
    stops[1]?.();
    await settle();
    expect(sent).toContain('unwatch door:evening');
    expect(socket.connected).toBe(false);
  });
});
