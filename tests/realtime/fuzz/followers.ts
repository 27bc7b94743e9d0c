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

/** A device whose connection the test cuts and gives back; it follows one list at a time, as a page does. */
export class Device {
  readonly socket: Socket<ServerToClientEvents, ClientToServerEvents>;
  private readonly streams: StreamSocket;

  constructor(
    url: string,
    readonly browser: Browser,
  ) {
    this.socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { protocol: PROTOCOL_VERSION },
      extraHeaders: { cookie: browser.cookieHeader },
    });
    this.streams = new StreamSocket(() => Promise.resolve(this.socket));
  }

  /** Without a farewell, as by a tunnel. */
  cut(): void {
    if (this.socket.connected) this.socket.io.engine.close();
  }

  back(): void {
    if (!this.socket.connected) this.socket.connect();
  }

  follow<List extends Listed>(stream: StreamName, path: string, first: List, apply: Apply<List>) {
    return new Follower(this.streams, stream, first, () => read<List>(this.browser, path), apply);
  }

  end(): void {
    this.socket.disconnect();
  }
}

/** The list as the page of the panel keeps it (`features/panel/api.ts`). */
export class Follower<List extends Listed> {
  private told: number;
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
