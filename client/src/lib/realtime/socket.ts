import {
  type ClientToServerEvents,
  PROTOCOL_VERSION,
  type ServerToClientEvents,
  type StreamName,
} from '@hillo/contracts/realtime';
import type { Socket } from 'socket.io-client';
import { noteReach } from '../http/reach.js';
import { StreamFollower, type StreamHandlers } from './stream.js';

type HilloSocket = Socket<ServerToClientEvents, ClientToServerEvents>;
interface Watch {
  readonly stream: StreamName;
  readonly follower: StreamFollower;
  readonly handlers: StreamHandlers;
}

/** The server's database is away; this person's other connections have not been noticed to be gone. */
const PASSING_REFUSALS: ReadonlySet<string> = new Set(['unavailable', 'too-many-sockets']);
const REFUSED_MS = 4_000;

export class StreamSocket {
  private readonly watches = new Set<Watch>();
  private socket: Promise<HilloSocket> | undefined;

  constructor(private readonly connect: () => Promise<HilloSocket>) {}

  /** Watches a stream from the rev that was fetched; gives the function that stops. */
  watch(stream: StreamName, since: number, handlers: StreamHandlers): () => void {
    const watch = { stream, follower: new StreamFollower(since, handlers), handlers };
    this.watches.add(watch);
    void this.opened().then((socket) => socket.connected && this.announce(socket, watch));
    return () => this.stop(watch);
  }

  private opened(): Promise<HilloSocket> {
    this.socket ??= this.connect().then((socket) => {
      socket.on('connect', () => this.watches.forEach((watch) => this.announce(socket, watch)));
      socket.on('change', (change) => this.on(change.stream, ({ follower }) => follower.change(change)));
      socket.on('heartbeat', (revs) => {
        for (const [stream, rev] of Object.entries(revs))
          this.on(stream, ({ follower }) => follower.isAt(rev));
      });
      socket.on('revoked', ({ stream }) => this.on(stream, (watch) => this.revoke(watch)));
      // A server that shuts down in order closes the socket; only then the library does not come back by itself.
      socket.on('disconnect', (reason) => reason === 'io server disconnect' && socket.connect());
      // Nor after a refusal; one that passes is asked about again.
      socket.on('connect_error', ({ message }) => {
        if (socket.active || !PASSING_REFUSALS.has(message)) return;
        setTimeout(() => this.watches.size > 0 && socket.connect(), REFUSED_MS * (0.5 + Math.random()));
      });
      return socket;
    });
    // A chunk that did not load (no network) is tried again with the next watch.
    this.socket.catch(() => (this.socket = undefined));
    return this.socket;
  }

  private announce(socket: HilloSocket, watch: Watch): void {
    socket.emit('watch', { stream: watch.stream }, (answer) => {
      if (answer.ok) watch.follower.isAt(answer.rev);
      else if (answer.code !== 'internal-error') this.revoke(watch);
    });
  }

  private on(stream: string, act: (watch: Watch) => void): void {
    for (const watch of this.watches) if (watch.stream === stream) act(watch);
  }

  private revoke(watch: Watch): void {
    this.watches.delete(watch);
    watch.handlers.onRevoked?.();
  }

  private stop(watch: Watch): void {
    if (!this.watches.delete(watch)) return;
    const stillWatched = [...this.watches].some(({ stream }) => stream === watch.stream);
    void this.socket?.then((socket) => {
      if (!stillWatched && socket.connected)
        socket.emit('unwatch', { stream: watch.stream }, () => undefined);
      if (this.watches.size === 0) this.close(socket);
    });
  }

  private close(socket: HilloSocket): void {
    socket.disconnect();
    this.socket = undefined;
  }
}

/**
 * Comes back after 0.5 to 8.25 s, half of the wait jitter: a restarted server is not stormed by a whole evening, and each
 * phone is there within 10 s (T18).
 */
export const SOCKET_OPTIONS = {
  transports: ['websocket', 'polling'],
  auth: { protocol: PROTOCOL_VERSION },
  reconnectionDelay: 1_000,
  reconnectionDelayMax: 5_500,
  randomizationFactor: 0.5,
};

async function connectHere(): Promise<HilloSocket> {
  const { io } = await import('socket.io-client');
  const socket: HilloSocket = io(SOCKET_OPTIONS);
  socket.on('connect', () => noteReach(false));
  // Whether the server is away, or only this connection, is asked by a request (`useReach`).
  socket.on('disconnect', (reason) => reason !== 'io client disconnect' && noteReach(true));
  return socket;
}

const shared = new StreamSocket(connectHere);

/** One connection a page, opened with the first watch and closed with the last. */
export function watchStream(stream: StreamName, since: number, handlers: StreamHandlers): () => void {
  return shared.watch(stream, since, handlers);
}
