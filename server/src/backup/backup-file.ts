import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';

/**
 * A backup is one gzip file of lines. The first is its head; then every table as one line with its columns, its rows as
 * PostgreSQL's COPY writes them, and `\.`; then the jobs; the last line counts the rows and holds the SHA-256 of all
 * lines before it.
 */
const FORMAT = 'hillo-backup/1';
export const END_OF_TABLE = '\\.\n';

const headSchema = z.object({
  format: z.literal(FORMAT),
  created: z.iso.datetime(),
  /** Names of the steps that made the schema, in order. */
  migrations: z.array(z.string()).min(1),
  /** How many rows there were about, for the progress bar. */
  about: z.number(),
});
const tableSchema = z.object({ table: z.string(), columns: z.array(z.string()).min(1) });
const jobSchema = z.object({
  task: z.string(),
  payload: z.unknown(),
  queue: z.string().nullable(),
  runAt: z.string(),
  maxAttempts: z.number().int(),
  key: z.string().nullable(),
  priority: z.number().int(),
});
const endSchema = z.object({ rows: z.number().int(), sha256: z.string() });

export type Head = z.infer<typeof headSchema>;
export type Table = z.infer<typeof tableSchema>;
export type Job = z.infer<typeof jobSchema>;

export type Entry =
  | { readonly kind: 'head'; readonly head: Head }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'row'; readonly line: Buffer }
  | { readonly kind: 'end-of-table' }
  | { readonly kind: 'job'; readonly job: Job };

/** The file is truncated, altered or something else. The message is one sentence for the person at the terminal. */
export class BadBackup extends Error {}

/** Writes the lines of one backup and keeps their checksum. */
export class BackupLines {
  private readonly hash: Hash = createHash('sha256');
  private rows = 0;

  head(head: Omit<Head, 'format'>): Buffer {
    return this.control({ format: FORMAT, ...head });
  }

  table(table: Table): Buffer {
    return this.control(table);
  }

  /** Whole rows or pieces of rows, as COPY gave them. */
  copied(chunk: Buffer): Buffer {
    for (const byte of chunk) if (byte === NEWLINE) this.rows++;
    return this.counted(chunk);
  }

  endOfTable(): Buffer {
    return this.counted(Buffer.from(END_OF_TABLE));
  }

  job(job: Job): Buffer {
    return this.control(job);
  }

  end(): Buffer {
    return Buffer.from(`${JSON.stringify({ rows: this.rows, sha256: this.hash.digest('hex') })}\n`);
  }

  get rowCount(): number {
    return this.rows;
  }

  private control(value: unknown): Buffer {
    return this.counted(Buffer.from(`${JSON.stringify(value)}\n`));
  }

  private counted(chunk: Buffer): Buffer {
    this.hash.update(chunk);
    return chunk;
  }
}

/** Reads a backup to its end, handing over every entry. Throws `BadBackup` at the first thing that is not as written. */
export async function readBackup(file: string, take: (entry: Entry) => Promise<void> | void): Promise<void> {
  const packed = createReadStream(file);
  const bytes = packed.pipe(createGunzip());
  packed.once('error', (error) => bytes.destroy(error));
  try {
    const reader = new EntryReader();
    for await (const line of linesOf(bytes)) {
      const entry = reader.read(line);
      // Rows are many and seldom need waiting for.
      const taken = entry && take(entry);
      if (taken) await taken;
    }
    reader.finish();
  } catch (error) {
    if (isDamage(error)) throw new BadBackup(`${file} is truncated or damaged; nothing of it was used.`);
    if (error instanceof WrongLine) throw new BadBackup(`${file} is not a whole backup: ${error.message}.`);
    throw error;
  } finally {
    packed.destroy();
  }
}

const NEWLINE = 0x0a;

/** Lines with their newline. Rows may hold any other character that ends a line elsewhere, so no line reader of text. */
async function* linesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  for await (const chunk of bytes) {
    let from = 0;
    for (let to = chunk.indexOf(NEWLINE); to !== -1; to = chunk.indexOf(NEWLINE, from)) {
      rest.push(chunk.subarray(from, to + 1));
      yield rest.length === 1 ? (rest[0] as Buffer) : Buffer.concat(rest);
      rest = [];
      from = to + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
  if (rest.length > 0) yield Buffer.concat(rest);
}

class WrongLine extends Error {}

class EntryReader {
  private readonly hash = createHash('sha256');
  private state: 'head' | 'between' | 'rows' | 'ended' = 'head';
  private rows = 0;

  read(line: Buffer): Entry | undefined {
    if (this.state === 'ended') throw new WrongLine('something follows its last line');
    if (this.state === 'rows') {
      this.hash.update(line);
      if (line.equals(END)) {
        this.state = 'between';
        return { kind: 'end-of-table' };
      }
      this.rows++;
      return { kind: 'row', line };
    }
    const value = parsed(line);
    if (this.state === 'head') {
      const head = headSchema.safeParse(value);
      if (!head.success) throw new WrongLine('it does not begin as one');
      this.hash.update(line);
      this.state = 'between';
      return { kind: 'head', head: head.data };
    }
    const end = endSchema.safeParse(value);
    if (end.success) {
      this.close(end.data);
      return undefined;
    }
    this.hash.update(line);
    const table = tableSchema.safeParse(value);
    if (table.success) {
      this.state = 'rows';
      return { kind: 'table', table: table.data };
    }
    const job = jobSchema.safeParse(value);
    if (job.success) return { kind: 'job', job: job.data };
    throw new WrongLine('it holds a line that no backup has');
  }

  finish(): void {
    if (this.state !== 'ended') throw new WrongLine('its end is missing');
  }

  private close({ rows, sha256 }: z.infer<typeof endSchema>): void {
    if (rows !== this.rows || sha256 !== this.hash.digest('hex')) {
      throw new WrongLine('its checksum does not fit what it holds');
    }
    this.state = 'ended';
  }
}

const END = Buffer.from(END_OF_TABLE);

function parsed(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** What zlib says of bytes that are not as it wrote them. */
function isDamage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
