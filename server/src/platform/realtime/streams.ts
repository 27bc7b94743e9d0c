import { Inject, Injectable } from '@nestjs/common';
import type { StreamName } from '@hillo/contracts/realtime';
import { z } from 'zod';
import { Database, type Db } from '../database/index.js';

const revRow = z.object({ name: z.string(), rev: z.coerce.number() });
const changeRow = z.object({
  rev: z.coerce.number(),
  kind: z.string(),
  payload: z.record(z.string(), z.unknown()),
});

/** Reads where streams are. */
@Injectable()
export class Streams {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The rev of a stream, 0 if nothing has happened yet. Read it before the snapshot that it belongs to. */
  async rev(stream: StreamName, db: Db = this.database): Promise<number> {
    const row = await db.first(revRow, 'SELECT name, rev FROM streams WHERE name = $1', [stream]);
    return row?.rev ?? 0;
  }

  async revs(streams: readonly StreamName[]): Promise<Record<StreamName, number>> {
    const rows = await this.database.rows(revRow, 'SELECT name, rev FROM streams WHERE name = ANY($1)', [
      streams,
    ]);
    return Object.fromEntries(rows.map((row) => [row.name, row.rev]));
  }

  /** The last change of one kind that is still kept. */
  latest(stream: StreamName, kind: string, db: Db = this.database) {
    return db.first(
      changeRow,
      'SELECT rev, kind, payload FROM stream_changes WHERE stream = $1 AND kind = $2 ORDER BY rev DESC LIMIT 1',
      [stream, kind],
    );
  }

  /** Changes after `since`, oldest first; undefined when some are no longer kept, so that the reader loads everything anew. */
  async since(stream: StreamName, since: number) {
    const rev = await this.rev(stream);
    const changes = await this.database.rows(
      changeRow,
      'SELECT rev, kind, payload FROM stream_changes WHERE stream = $1 AND rev > $2 AND rev <= $3 ORDER BY rev',
      [stream, since, rev],
    );
    return { rev, changes: since <= rev && changes.length === rev - since ? changes : undefined };
  }
}
