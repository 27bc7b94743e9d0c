import type { StreamChange, StreamName } from '@hillo/contracts/realtime';
import type { PoolClient } from 'pg';
import { prepared, send } from './prepared.js';

export interface QueuedChange {
  readonly stream: StreamName;
  readonly kind: string;
  readonly payload: Readonly<Record<string, string | number | boolean>>;
  readonly live?: unknown;
}

/** A notification between processes holds 8 kB; who gets no `live` fetches. */
const LIVE_MAX = 4_000;

const FLUSH = prepared(
  'stream-flush',
  `WITH input AS (
  SELECT * FROM unnest($1::text[], $2::text[], $3::jsonb[]) WITH ORDINALITY AS i (stream, kind, payload, position)
), numbered AS (
  SELECT stream, kind, payload,
         row_number() OVER (PARTITION BY stream ORDER BY position) AS nth,
         count(*) OVER (PARTITION BY stream) AS added
  FROM input
), bumped AS (
  INSERT INTO streams (name, rev)
  SELECT stream, added FROM (SELECT DISTINCT stream, added FROM numbered) AS once ORDER BY stream
  ON CONFLICT (name) DO UPDATE SET rev = streams.rev + excluded.rev
  RETURNING name, rev
)
INSERT INTO stream_changes (stream, rev, kind, payload, changed_at)
SELECT numbered.stream, bumped.rev - numbered.added + numbered.nth, numbered.kind, numbered.payload, $4
FROM numbered JOIN bumped ON bumped.name = numbered.stream
RETURNING stream, rev, kind, payload`,
);

interface FlushedRow {
  readonly stream: StreamName;
  readonly rev: string;
  readonly kind: string;
  readonly payload: unknown;
}

/** Raises the revs of all queued changes in one statement, in name order. */
export async function flushChanges(
  client: PoolClient,
  queued: readonly QueuedChange[],
  now: Date,
): Promise<readonly StreamChange[]> {
  if (queued.length === 0) return [];
  const { rows } = await send(client, FLUSH, [
    queued.map((change) => change.stream),
    queued.map((change) => change.kind),
    queued.map((change) => JSON.stringify(change.payload)),
    now,
  ]);
  const changes = (rows as FlushedRow[])
    .map((row) => ({ stream: row.stream, rev: Number(row.rev), kind: row.kind, payload: row.payload }))
    .sort((a, b) => a.rev - b.rev);
  return queued.some(({ live }) => live !== undefined) ? withLive(changes, queued) : changes;
}

/** The changes of a stream stand in the order in which they were queued. */
function withLive(changes: readonly StreamChange[], queued: readonly QueuedChange[]): StreamChange[] {
  const waiting = [...queued];
  return changes.map((change) => {
    const next = waiting.findIndex(({ stream }) => stream === change.stream);
    const live = waiting.splice(next, 1)[0]?.live;
    const fits = live !== undefined && Buffer.byteLength(JSON.stringify(live)) <= LIVE_MAX;
    return fits ? { ...change, live } : change;
  });
}
