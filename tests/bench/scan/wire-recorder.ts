import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A statement as it went over the wire. */
export interface SentStatement {
  readonly sql: string;
  /** Prepared under this name; null when it is parsed anew each time. */
  readonly name: string | null;
  /** In text form, as the driver sent them. */
  readonly parameters: readonly (string | null)[];
}

/** Statements that left without waiting for one another: one round trip. */
export type Flight = readonly SentStatement[];

export interface WireRecorder {
  /** Connect here instead of to the database. */
  readonly url: string;
  record(act: () => Promise<void>): Promise<readonly Flight[]>;
  close(): void;
}

/** The job queue looks for work every now and then, whatever else goes on. */
const BACKGROUND = /graphile_worker/;

/** Stands between a program and PostgreSQL and writes down which statements pass (protocol 3.0, frontend messages). */
export async function openWireRecorder(databaseUrl: string): Promise<WireRecorder> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let flights: SentStatement[][] | undefined;
  const server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname);
    const reader = new FrontendReader();
    let waits = false;
    client.on('data', (chunk: Buffer) => {
      const statements = reader.read(chunk).filter(({ sql }) => !BACKGROUND.test(sql));
      if (statements.length > 0) {
        if (waits) flights?.at(-1)?.push(...statements);
        else flights?.push(statements);
        waits = true;
      }
      database.write(chunk);
    });
    database.on('data', (chunk: Buffer) => {
      waits = false;
      client.write(chunk);
    });
    for (const [from, to] of [
      [client, database],
      [database, client],
    ] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => to.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.toString(),
    record: async (act) => {
      const own: SentStatement[][] = (flights = []);
      await act();
      flights = undefined;
      return own;
    },
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Reads one connection's messages to the server; a message may come in pieces. */
class FrontendReader {
  private rest: Buffer = Buffer.alloc(0);
  private started = false;
  private readonly prepared = new Map<string, string>();

  read(chunk: Buffer): SentStatement[] {
    this.rest = Buffer.concat([this.rest, chunk]);
    const statements: SentStatement[] = [];
    for (;;) {
      // The first message has no type byte.
      const lengthAt = this.started ? 1 : 0;
      if (this.rest.length < lengthAt + 4) return statements;
      const end = lengthAt + this.rest.readInt32BE(lengthAt);
      if (this.rest.length < end) return statements;
      const message = this.rest.subarray(lengthAt + 4, end);
      const type = this.started ? String.fromCharCode(this.rest[0] ?? 0) : '';
      this.rest = this.rest.subarray(end);
      this.started = true;
      const statement = this.statementOf(type, message);
      if (statement) statements.push(statement);
    }
  }

  private statementOf(type: string, message: Buffer): SentStatement | undefined {
    if (type === 'Q') return { sql: textAt(message, 0).text, name: null, parameters: [] };
    if (type === 'P') {
      const name = textAt(message, 0);
      this.prepared.set(name.text, textAt(message, name.next).text);
    }
    return type === 'B' ? this.bound(message) : undefined;
  }

  private bound(message: Buffer): SentStatement {
    const name = textAt(message, textAt(message, 0).next);
    const formats = message.readInt16BE(name.next);
    let at = name.next + 2 + 2 * formats;
    const count = message.readInt16BE(at);
    at += 2;
    const parameters: (string | null)[] = [];
    for (let index = 0; index < count; index += 1) {
      const length = message.readInt32BE(at);
      at += 4;
      parameters.push(length < 0 ? null : message.toString('utf8', at, at + length));
      at += Math.max(0, length);
    }
    return { sql: this.prepared.get(name.text) ?? '', name: name.text || null, parameters };
  }
}

function textAt(message: Buffer, from: number): { text: string; next: number } {
  const end = message.indexOf(0, from);
  return { text: message.toString('utf8', from, end), next: end + 1 };
}
