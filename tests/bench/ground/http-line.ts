import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** One kept-alive connection that costs the machine little: bytes out, bytes in. Answers must have a Content-Length. */
export class HttpLine {
  private buffer: Buffer = Buffer.alloc(0);
  private waiting: { resolve(answer: Answer): void; reject(error: Error): void } | undefined;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.take(chunk));
    socket.on('error', (error) => this.waiting?.reject(error));
    socket.on('close', () => this.waiting?.reject(new Error('The server closed the connection')));
  }

  static async open(url: string): Promise<HttpLine> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    return new HttpLine(socket);
  }

  send(request: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      // A server closes what has been silent for a while; nothing would ever be said about it.
      if (this.socket.destroyed) throw new Error('The server closed the connection');
      this.waiting = { resolve, reject };
      this.socket.write(request);
    });
  }

  close(): void {
    this.waiting = undefined;
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.buffer = this.buffer.length === 0 ? chunk : Buffer.concat([this.buffer, chunk]);
    const end = this.buffer.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.buffer.toString('latin1', 0, end);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (this.buffer.length < end + 4 + length) return;
    const answer = {
      status: Number(head.slice(9, 12)),
      body: this.buffer.toString('utf8', end + 4, end + 4 + length),
    };
    this.buffer = this.buffer.subarray(end + 4 + length);
    const { waiting } = this;
    this.waiting = undefined;
    waiting?.resolve(answer);
  }
}

export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly cookie: string;
  readonly body?: unknown;
}

/** The bytes of a request as a page sends it: session, and for a write an operation id of its own. */
export function bytesOf({ method, path, cookie, body }: Request): Buffer {
  const content = body === undefined ? '' : JSON.stringify(body);
  const lines = [`${method} ${path} HTTP/1.1`, 'host: 127.0.0.1', `cookie: hillo=${cookie}`];
  if (method !== 'GET') lines.push(`idempotency-key: ${randomUUID()}`);
  if (content) lines.push('content-type: application/json', `content-length: ${Buffer.byteLength(content)}`);
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${content}`);
}

/** Sends each once and fails on the first answer that is no success. */
export async function sendAll(lines: readonly HttpLine[], requests: readonly Buffer[]): Promise<void> {
  let next = 0;
  const work = async (line: HttpLine) => {
    for (let request = requests[next++]; request; request = requests[next++])
      accepted(await line.send(request));
  };
  await Promise.all(lines.map(work));
}

/** Milliseconds until the answer was there. */
export async function timed(line: HttpLine, request: Buffer): Promise<number> {
  const began = performance.now();
  accepted(await line.send(request));
  return performance.now() - began;
}

function accepted({ status, body }: Answer): void {
  if (status >= 300) throw new Error(`The answer was ${status}: ${body.slice(0, 400)}`);
}
