import { isDeepStrictEqual } from 'node:util';
import {
  type ClientToServerEvents,
  PROTOCOL_VERSION,
  type ServerToClientEvents,
  type StreamChange,
  type StreamName,
} from '@hillo/contracts/realtime';
import { io, type Socket } from 'socket.io-client';
import { StreamSocket } from '../../../client/src/lib/realtime/socket.js';
import type { Browser } from '../../support/browser-session.js';

export interface Listed {
  readonly rev: number;
  readonly questions: readonly { readonly id: string; readonly votes: number }[];
}

/** The list after a change, or undefined when it has to be read. */
export type Apply<List> = (list: List, change: StreamChange) => List | undefined;

type Connection = Socket<ServerToClientEvents, ClientToServerEvents>;

/** A device whose connection the test cuts and gives back; it follows one or more lists, as pages do. */
export class Device {
  private socket: Connection | undefined;
  private readonly streams = new StreamSocket(() => Promise.resolve(this.open()));

  constructor(
    private readonly url: string,
    readonly browser: Browser,
  ) {}

  /** Without a farewell, as by a tunnel. */
  cut(): void {
    if (this.socket?.connected) this.socket.io.engine.close();
  }

  back(): void {
    if (this.socket && !this.socket.connected) this.socket.connect();
  }

  /** Follows something, so it has a connection; resolves when that stands. */
  async online(): Promise<void> {
    await new Promise(setImmediate);
    const { socket } = this;
    if (!socket || socket.connected) return;
    const connected = new Promise<void>((resolve) => socket.once('connect', resolve));
    socket.connect();
    await connected;
  }

  follow<List extends Listed>(stream: StreamName, path: string, first: List, apply: Apply<List>) {
    return new Follower(this.streams, stream, first, () => read<List>(this.browser, path), apply);
  }

  end(): void {
    this.socket?.disconnect();
  }

  /** The follower closes it with its last stream, and opens another with the next. */
  private open(): Connection {
    this.socket = io(this.url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { protocol: PROTOCOL_VERSION },
      extraHeaders: { cookie: this.browser.cookieHeader },
    });
    return this.socket;
  }
}

/** The list as the page of the panel keeps it (`features/panel/api.ts`). */
export class Follower<List extends Listed> {
  private told: number;
  /** Changes that came over the wire, in order. */
  heard = 0;
  readonly stop: () => void;

  constructor(
    streams: StreamSocket,
    stream: StreamName,
    public list: List,
    private readonly read: () => Promise<List>,
    apply: Apply<List>,
  ) {
    this.told = list.rev;
    const reload = () => this.reload();
    this.stop = streams.watch(stream, list.rev, {
      onChange: (change) => {
        this.told = change.rev;
        this.heard += 1;
        const after = apply(this.list, change);
        if (after) this.list = after;
        // What fails is made up for by the next reconnection.
        else void reload().catch(() => undefined);
      },
      onResync: reload,
    });
  }

  private async reload(): Promise<number> {
    this.list = await this.read();
    return this.list.rev < this.told ? this.reload() : this.list.rev;
  }
}

export async function read<List>(browser: Browser, path: string): Promise<List> {
  const { status, body } = await browser.get(path);
  if (status !== 200) throw new Error(`The list was ${status}: ${JSON.stringify(body)}`);
  return body;
}

/** Whether a list shows what this one does, whatever the order in which it holds its questions. */
export function alike(held: Listed): (list: Listed) => boolean {
  const ordered = (list: Listed) => ({
    ...list,
    questions: list.questions.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  });
  const wanted = ordered(held);
  return (list) => list.rev === held.rev && isDeepStrictEqual(ordered(list), wanted);
}
