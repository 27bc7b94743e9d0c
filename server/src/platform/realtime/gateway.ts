import type { Server as HttpServer } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import {
  type ClientToServerEvents,
  PROTOCOL_VERSION,
  type ServerToClientEvents,
  type StreamChange,
  type StreamName,
} from '@hillo/contracts/realtime';
import { Server, type Socket } from 'socket.io';
import { CONFIG, type Config } from '../../config/index.js';
import { newId } from '../clock/index.js';
import { ActorResolver } from '../http/actor-resolver.js';
import { readSessionCookie } from '../http/session-cookie.js';
import { Log } from '../log/index.js';
import { Relay } from '../relay/index.js';
import { guardAgainstFloods } from './flood-guard.js';
import { HeardSessions } from './heard-sessions.js';
import { type Neighbours, openNeighbours } from './neighbours.js';
import { StreamAccess } from './stream-access.js';
import { Streams } from './streams.js';

interface SocketState {
  sessionId: string;
  sessionToken: string;
}
type HilloServer = Server<ClientToServerEvents, ServerToClientEvents, Record<string, never>, SocketState>;
type HilloSocket = Socket<ClientToServerEvents, ServerToClientEvents, Record<string, never>, SocketState>;

const HEARTBEAT_MS = 15_000;
const SOCKETS_PER_SESSION = 4;
const WATCHES_PER_SOCKET = 12;
/** Beside streams: its own id, its session, its process. */
const OWN_ROOMS = 3;
/** A connection that has not said who it is by then is closed. */
const HELLO_WITHIN_MS = 8_000;

/**
 * The only socket events are watch and unwatch: every write is an HTTP request. A socket is let in by its session cookie
 * (`io.use`, so that no event races the check); each watch is authorised like a route. Connection state recovery is off:
 * a phone that missed something fetches `since=`.
 */
@Injectable()
export class Gateway {
  private io: HilloServer | undefined;
  private heartbeat: NodeJS.Timeout | undefined;
  private unsubscribe: (() => void) | undefined;
  private neighbours: Neighbours | undefined;
  /** The room of all sockets of this process, among several. */
  private readonly here = `process:${newId()}`;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(ActorResolver) private readonly resolver: ActorResolver,
    @Inject(StreamAccess) private readonly access: StreamAccess,
    @Inject(Streams) private readonly streams: Streams,
    @Inject(HeardSessions) private readonly heard: HeardSessions,
    @Inject(Relay) private readonly relay: Relay,
    @Inject(Log) private readonly log: Log,
  ) {}

  /** Throws `ConfigError` when the other processes cannot be reached. */
  async attach(http: HttpServer): Promise<void> {
    this.neighbours = await openNeighbours(this.config, this.log, () => void this.beat());
    const io: HilloServer = new Server(http, {
      serveClient: false,
      maxHttpBufferSize: 16_384,
      connectTimeout: HELLO_WITHIN_MS,
      perMessageDeflate: false,
      httpCompression: false,
      allowRequest: (request, decide) =>
        decide(null, this.isOwnOrigin(request.headers.origin, request.headers.host)),
    });
    this.io = io;
    guardAgainstFloods(io.engine);
    if (this.neighbours) io.adapter(this.neighbours.adapter);
    io.use((socket, next) => void this.admit(socket).then(next));
    io.on('connection', (socket) => this.serve(socket));
    this.unsubscribe = this.relay.subscribe((changes) => this.publish(changes));
    this.heartbeat = setInterval(() => void this.beat(), HEARTBEAT_MS);
    this.heartbeat.unref();
  }

  /** Disconnects sockets, takes no new requests and ends when those that came before have their answers. */
  async close(): Promise<void> {
    clearInterval(this.heartbeat);
    this.unsubscribe?.();
    // Phones of other processes stay where they are.
    this.io?.local.disconnectSockets(true);
    await this.storeHeard();
    await this.io?.close();
    await this.neighbours?.close();
  }

  /** A session's grants changed: its sockets must watch anew, those of this process at once. */
  disconnectSession(sessionId: string): void {
    const room = `session:${sessionId}`;
    this.io?.local.in(room).disconnectSockets(true);
    if (this.neighbours) this.io?.in(room).disconnectSockets(true);
  }

  private isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
    if (origin === undefined) return true;
    if (origin === new URL(this.config.PUBLIC_URL).origin) return true;
    return this.config.NODE_ENV !== 'production' && URL.canParse(origin) && new URL(origin).host === host;
  }

  private async admit(socket: HilloSocket): Promise<Error | undefined> {
    if (Number(socket.handshake.auth['protocol']) !== PROTOCOL_VERSION) return new Error('protocol');
    const token = readSessionCookie(socket.handshake.headers.cookie, this.config);
    if (!token) return new Error('not-signed-in');
    const session = await this.resolver.session(token).catch(() => 'unavailable' as const);
    if (session === 'unavailable') return new Error(session);
    if (!session) return new Error('not-signed-in');
    const room = `session:${session.id}`;
    if ((this.io?.sockets.adapter.rooms.get(room)?.size ?? 0) >= SOCKETS_PER_SESSION && !session.crew)
      return new Error('too-many-sockets');
    socket.data.sessionToken = token;
    socket.data.sessionId = session.id;
    await socket.join(this.neighbours ? [room, this.here] : room);
    return undefined;
  }

  private serve(socket: HilloSocket): void {
    this.heard.hear(socket.data.sessionId);
    socket.conn.on('packet', () => this.heard.hear(socket.data.sessionId));
    const respond = (answer: unknown, value: unknown) => {
      if (typeof answer === 'function') (answer as (value: unknown) => void)(value);
    };
    socket.on('watch', (request, answer) => {
      void this.watch(socket, request)
        .catch((error: unknown) => {
          this.log.failure('watch-failed', error);
          return { ok: false as const, code: 'internal-error' };
        })
        .then((result) => respond(answer, result));
    });
    socket.on('unwatch', (request, answer) => {
      const requirement = this.access.requirement(request?.stream);
      if (requirement) void socket.leave(requirement.stream);
      respond(answer, { ok: requirement !== undefined });
    });
  }

  private async watch(socket: HilloSocket, request: unknown) {
    const stream =
      typeof request === 'object' && request !== null && 'stream' in request ? request.stream : undefined;
    const requirement = this.access.requirement(stream);
    if (!requirement) return { ok: false as const, code: 'not-found' };
    if (socket.rooms.size >= WATCHES_PER_SOCKET + OWN_ROOMS)
      return { ok: false as const, code: 'too-many-requests' };
    const actor = await this.resolver.resolve(
      socket.data.sessionToken,
      requirement.access,
      requirement.scope,
    );
    if (!actor.ok) return { ok: false as const, code: actor.code };
    // Joined before the rev is read: a change in between is delivered and is not lost.
    await socket.join(requirement.stream);
    return { ok: true as const, rev: await this.streams.rev(requirement.stream) };
  }

  /**
   * Phones of this process are told at once, whatever becomes of the neighbours: an adapter tells its own only after it has
   * told the others. Nothing is encoded for a stream that nobody watches; other processes' watchers are not known here.
   */
  private publish(changes: readonly StreamChange[]): void {
    for (const change of changes) {
      if (this.io?.sockets.adapter.rooms.has(change.stream))
        this.io.local.to(change.stream).emit('change', change);
      if (this.neighbours) this.io?.to(change.stream).except(this.here).emit('change', change);
    }
  }

  private async storeHeard(): Promise<void> {
    await this.heard.store().catch((error: unknown) => this.log.failure('heard-sessions-failed', error));
  }

  private async beat(): Promise<void> {
    await this.storeHeard();
    const rooms = [...(this.io?.sockets.adapter.rooms.keys() ?? [])].filter(
      (room): room is StreamName => this.access.requirement(room) !== undefined,
    );
    if (rooms.length === 0) return;
    try {
      await this.access.catchUp(rooms);
      const revs = await this.streams.revs(rooms);
      // Each process tells its own phones.
      for (const room of rooms)
        this.io?.local.to(room).volatile.emit('heartbeat', { [room]: revs[room] ?? 0 });
    } catch (error) {
      this.log.failure('heartbeat-failed', error);
    }
  }
}
