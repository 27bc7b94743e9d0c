import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What becomes of one question and its answer on a connection. */
export type Fate =
  | 'pass'
  /** The connection is reset before anything of the question gets through. */
  | 'reset'
  /** The question gets through whole; of the answer only so many bytes do, then the connection is reset. */
  | { readonly answerLostAfter: number };

export interface Weather {
  /** Milliseconds that everything is on its way, each way. */
  latency: number;
  /** Bytes a second, each way of each connection; 0 for as many as there are. */
  rate: number;
  /** Asked for each question: the first bytes towards the server since it last answered. */
  fate: () => Fate;
}

/** Carries bytes as slowly as the weather lets them, in order. */
class Way {
  private tail = Promise.resolve();
  private free = 0;

  constructor(
    private readonly weather: Weather,
    private readonly to: Socket,
  ) {}

  carry(chunk: Buffer): void {
    this.follow(chunk.length, () => this.to.write(chunk));
  }

  end(): void {
    this.follow(0, () => this.to.end());
  }

  private follow(bytes: number, act: () => void): void {
    const { latency, rate } = this.weather;
    const sent = Math.max(this.free, performance.now()) + (rate > 0 ? (bytes / rate) * 1000 : 0);
    this.free = sent;
    this.tail = this.tail.then(async () => {
      const wait = sent + latency - performance.now();
      if (wait > 0) await sleep(wait);
      if (!this.to.destroyed) act();
    });
  }
}

/** Stands between two programs on loopback and does to their connections what networks do. */
export class TcpProxy {
  readonly weather: Weather = { latency: 0, rate: 0, fate: () => 'pass' };
  private readonly open = new Set<Socket>();
  private readonly server = createServer((client) => this.join(client));
  private away = false;

  private constructor(private target: number) {}

  /** Towards this port of this machine. */
  static async before(url: string): Promise<TcpProxy> {
    const proxy = new TcpProxy(Number(new URL(url).port));
    proxy.server.listen(0, '127.0.0.1');
    await once(proxy.server, 'listening');
    return proxy;
  }

  /** The same address, by way of this proxy. */
  through(url: string): string {
    const changed = new URL(url);
    changed.hostname = '127.0.0.1';
    changed.port = String((this.server.address() as AddressInfo).port);
    return changed.href.replace(/\/$/, '');
  }

  /** From now on towards another program: the one that was started anew. */
  turnTo(url: string): void {
    this.target = Number(new URL(url).port);
  }

  /** Every connection is reset. New ones get through, unless the other side is `away`. */
  cut(): void {
    for (const socket of this.open) socket.resetAndDestroy();
  }

  /** As if the other machine were gone, until `heal`. */
  goAway(): void {
    this.away = true;
    this.cut();
  }

  heal(): void {
    this.away = false;
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(client: Socket): void {
    if (this.away) {
      client.on('error', () => undefined).resetAndDestroy();
      return;
    }
    const server = connect(this.target, '127.0.0.1');
    const [there, back] = [new Way(this.weather, server), new Way(this.weather, client)];
    const both = [client, server];
    const reset = (): void => both.forEach((socket) => socket.resetAndDestroy());
    let fate: Fate | undefined;
    let answered = 0;
    client.on('data', (chunk: Buffer) => {
      if (fate === undefined || answered > 0) {
        fate = this.weather.fate();
        answered = 0;
      }
      if (fate === 'reset') reset();
      else there.carry(chunk);
    });
    server.on('data', (chunk: Buffer) => {
      answered += chunk.length;
      if (typeof fate !== 'object' || answered <= fate.answerLostAfter) return back.carry(chunk);
      const last = chunk.subarray(0, Math.max(0, chunk.length - (answered - fate.answerLostAfter)));
      if (last.length > 0) client.write(last);
      reset();
    });
    client.on('end', () => there.end());
    server.on('end', () => back.end());
    for (const socket of both) {
      this.open.add(socket);
      socket.setNoDelay(true);
      socket.on('error', reset);
      socket.on('close', () => this.open.delete(socket));
    }
  }
}
