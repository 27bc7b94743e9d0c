import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long whoever asked before the end may wait for the answer. */
const PATIENCE_MS = 2_000;
const LOOK_MS = 20;

/**
 * Ends a server's connections in order: who asked gets the answer, who only keeps the line is let go at once, and whoever
 * does not let go (a phone that went out of reach says nothing) is cut. A server counts no socket that became a WebSocket,
 * so they are counted here.
 */
export class Drain {
  private readonly open = new Set<Socket>();

  constructor(private readonly server: Server) {
    server.on('connection', (socket: Socket) => {
      this.open.add(socket);
      socket.on('close', () => this.open.delete(socket));
    });
  }

  /** `closing` ends when the server has closed. */
  async finish(closing: Promise<void>): Promise<void> {
    const sweep = setInterval(() => this.server.closeIdleConnections(), LOOK_MS);
    const patience = new AbortController();
    try {
      await Promise.race([closing, sleep(PATIENCE_MS, undefined, { signal: patience.signal })]);
    } finally {
      patience.abort();
      clearInterval(sweep);
    }
    for (const socket of this.open) socket.destroy();
    await closing;
  }
}
