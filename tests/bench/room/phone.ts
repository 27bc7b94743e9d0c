import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { PROTOCOL_VERSION } from '@hillo/contracts/realtime';
import { frame, OPCODE } from '../../support/raw-socket.js';

interface Wanted {
  readonly marker: Buffer;
  readonly seen: (at: number) => void;
}

/**
 * A phone that costs its machine little, so that five hundred fit beside the server: bytes out, bytes in. It speaks
 * Socket.IO's frames to Hillo, or nothing to a server that only broadcasts.
 */
export class LeanPhone {
  /** Everything that came since `open`. */
  bytes = 0;
  private wanted: Wanted | undefined;
  private rest: Buffer = Buffer.alloc(0);

  private constructor(private readonly socket: Socket) {}

  /** Resolves when it watches the stream, or at once when there is none. */
  static async open(url: string, cookie: string, stream: string | null): Promise<LeanPhone> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.setNoDelay(true);
    const phone = new LeanPhone(socket);
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => phone.take(chunk));
    const lines = [
      `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1`,
      `host: ${hostname}:${port}`,
      'upgrade: websocket',
      'connection: Upgrade',
      'sec-websocket-version: 13',
      `sec-websocket-key: ${randomBytes(16).toString('base64')}`,
      `cookie: hillo=${cookie}`,
    ];
    const upgraded = phone.hears('HTTP/1.1 101');
    socket.write(`${lines.join('\r\n')}\r\n\r\n`);
    await upgraded;
    if (stream !== null) {
      await phone.asks(`40${JSON.stringify({ protocol: PROTOCOL_VERSION })}`, '40{');
      await phone.asks(`420${JSON.stringify(['watch', { stream }])}`, '430[{"ok":true');
    }
    return phone;
  }

  /** When these bytes have come, by the clock of this process. */
  hears(marker: string): Promise<number> {
    return new Promise((resolve, reject) => {
      const failed = () => reject(new Error(`A connection ended before ${marker}`));
      this.socket.once('close', failed);
      const seen = (at: number) => {
        this.socket.off('close', failed);
        resolve(at);
      };
      this.wanted = { marker: Buffer.from(marker), seen };
    });
  }

  /** As in a tunnel: nobody says farewell. */
  lose(): void {
    this.socket.removeAllListeners('close');
    this.socket.resetAndDestroy();
  }

  private asks(text: string, answer: string): Promise<number> {
    const heard = this.hears(answer);
    this.socket.write(frame(OPCODE.text, Buffer.from(text)));
    return heard;
  }

  /** A marker may be cut in two by the network; what comes before it is let go. */
  private take(chunk: Buffer): void {
    this.bytes += chunk.length;
    if (chunk.length === 3 && chunk[2] === 0x32) this.socket.write(frame(OPCODE.text, Buffer.from('3')));
    const { wanted } = this;
    if (!wanted) return;
    const { marker, seen } = wanted;
    const text = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    const found = text.includes(marker);
    this.rest = found
      ? Buffer.alloc(0)
      : Buffer.from(text.subarray(Math.max(0, text.length - marker.length)));
    if (!found) return;
    this.wanted = undefined;
    seen(performance.timeOrigin + performance.now());
  }
}
