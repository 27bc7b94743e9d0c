import type { IncomingMessage } from 'node:http';

/** A page sends one when it connects and one for each stream it watches; the answer to a ping comes every 25 s. */
const PACKETS = 120;
const WINDOW_MS = 60_000;
/** For the farewell to get out; a line that nobody hangs up holds memory. */
const FAREWELL_MS = 1_000;

/** What we ask of engine.io's connections, which Socket.IO hands on untyped. */
interface Connection {
  readonly transport: { readonly name: string };
  /** Of the handshake. */
  readonly request: IncomingMessage;
  on(event: 'packet', listener: () => void): void;
  once(event: 'close', listener: () => void): void;
  close(discard: boolean): void;
}

interface Engine {
  on(event: 'connection', listener: (connection: Connection) => void): void;
}

/**
 * Cuts a connection that sends more packets in a minute than any page does (T12), and hangs up the lines of those that
 * ended: a peer that does not answer the farewell would keep its own for half a minute. Counted for the connection,
 * never for the address: a venue has one.
 */
export function guardAgainstFloods(engine: Engine): void {
  engine.on('connection', (connection) => {
    // Only of a line that carries nothing else: polling shares it with the requests of others behind a proxy.
    const line = connection.transport.name === 'websocket' ? connection.request.socket : undefined;
    const hangUp = (): void => void line?.destroy();
    let began = performance.now();
    let packets = 0;
    connection.on('packet', () => {
      const now = performance.now();
      if (now - began > WINDOW_MS) {
        began = now;
        packets = 0;
      }
      packets += 1;
      if (packets <= PACKETS) return;
      connection.close(true);
      hangUp();
    });
    connection.once('close', () => {
      setTimeout(hangUp, FAREWELL_MS).unref();
    });
  });
}
