import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export const OPCODE = { continuation: 0, text: 1, binary: 2, ping: 9 } as const;

/** A WebSocket to the server's sockets that says whatever it likes, also what no library would send. */
export class RawSocket {
  /** Texts from the server, as they came. */
  readonly heard: string[] = [];
  readonly closed: Promise<void>;
  private buffer = Buffer.alloc(0);

  private constructor(
    private readonly socket: Socket,
    /** Of the answer to the handshake: 101 when it was let in. */
    readonly status: number,
  ) {
    this.closed = new Promise((resolve) => socket.once('close', () => resolve()));
  }

  static async open(
    url: string,
    headers: Readonly<Record<string, string>> = {},
    query = '',
  ): Promise<RawSocket> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    // It is cut on purpose.
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    const lines = {
      host: `${hostname}:${port}`,
      upgrade: 'websocket',
      connection: 'Upgrade',
      'sec-websocket-version': '13',
      'sec-websocket-key': randomBytes(16).toString('base64'),
      ...headers,
    };
    const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`GET /socket.io/?EIO=4&transport=websocket${query} HTTP/1.1\r\n${head.join('')}\r\n`);
    const [status, rest] = await new Promise<[number, Buffer]>((resolve) => {
      let answer = Buffer.alloc(0);
      const take = (chunk: Buffer): void => {
        answer = Buffer.concat([answer, chunk]);
        const end = answer.indexOf('\r\n\r\n');
        if (end < 0) return;
        socket.off('data', take);
        resolve([Number(answer.toString('latin1', 9, 12)), answer.subarray(end + 4)]);
      };
      socket.on('data', take);
      socket.once('close', () => resolve([0, answer]));
    });
    const raw = new RawSocket(socket, status);
    if (status === 101) {
      raw.take(rest);
      socket.on('data', (chunk: Buffer) => raw.take(chunk));
    } else socket.resume();
    return raw;
  }

  get isOpen(): boolean {
    return !this.socket.destroyed;
  }

  /** Hears nothing and answers nothing from now on, as a phone out of reach. */
  goDark(): void {
    this.socket.pause();
  }

  text(text: string): Promise<void> {
    return this.send(frame(OPCODE.text, Buffer.from(text)));
  }

  /** Resolves when the network has taken the bytes, or nobody will. */
  async send(bytes: Buffer): Promise<void> {
    if (!this.isOpen || this.socket.write(bytes)) return;
    await Promise.race([once(this.socket, 'drain').catch(() => undefined), this.closed]);
  }

  /** Waits until the server has said something of this kind. */
  async hears(what: RegExp): Promise<string> {
    for (;;) {
      const found = this.heard.find((text) => what.test(text));
      if (found !== undefined) return found;
      await Promise.race([once(this.socket, 'data'), this.closed]);
      if (!this.isOpen && !this.heard.some((text) => what.test(text)))
        throw new Error(`It was cut without saying ${what}`);
    }
  }

  close(): void {
    this.socket.destroy();
  }

  /** Frames of a server are not masked; ours never need more than two bytes of length. */
  private take(chunk: Buffer): void {
    this.buffer = Buffer.concat([this.buffer, chunk]);
    for (;;) {
      if (this.buffer.length < 2) return;
      const short = this.buffer.readUInt8(1) & 0x7f;
      const header = short === 126 ? 4 : 2;
      if (this.buffer.length < header) return;
      const length = short === 126 ? this.buffer.readUInt16BE(2) : short;
      if (this.buffer.length < header + length) return;
      if ((this.buffer.readUInt8(0) & 0x0f) === OPCODE.text)
        this.heard.push(this.buffer.toString('utf8', header, header + length));
      this.buffer = this.buffer.subarray(header + length);
    }
  }
}

/** A frame as a client sends it. The mask is zero, which leaves the bytes as they are. */
export function frame(opcode: number, payload: Buffer, isFinal = true): Buffer {
  const { length } = payload;
  const size = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const head = Buffer.alloc(size + 4);
  head.writeUInt8((isFinal ? 0x80 : 0) | opcode, 0);
  head.writeUInt8(0x80 | (size === 2 ? length : size === 4 ? 126 : 127), 1);
  if (size === 4) head.writeUInt16BE(length, 2);
  if (size === 10) head.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([head, payload]);
}
