/** Raised when a client of the previous release could misread an event. */
export const PROTOCOL_VERSION = 1;

export const STREAM_KINDS = [
  'registration',
  'door',
  'panel',
  'panel-desk',
  'stage',
  'draw',
  'pulse',
  'seating',
] as const;
export type StreamKind = (typeof STREAM_KINDS)[number];

/** `registration:<registration id>` or `<kind>:<evening id>`. */
export type StreamName = `${StreamKind}:${string}`;

/** One change of a stream: `rev` grew to this number in the transaction that made it. */
export interface StreamChange {
  readonly stream: StreamName;
  readonly rev: number;
  /** What kind of thing changed; the client refetches or applies by it. */
  readonly kind: string;
  readonly payload: unknown;
  /** What the change shows, told once and kept nowhere: a reader that lacks it fetches. */
  readonly live?: unknown;
}

/** Answer to a watch: where the stream is; the client fetches `since=` its own rev when behind. */
export type WatchAnswer =
  { readonly ok: true; readonly rev: number } | { readonly ok: false; readonly code: string };

export interface ClientToServerEvents {
  watch: (request: { stream: StreamName }, answer: (result: WatchAnswer) => void) => void;
  unwatch: (request: { stream: StreamName }, answer: (result: { ok: boolean }) => void) => void;
}

export interface ServerToClientEvents {
  change: (change: StreamChange) => void;
  /** Repeats the revs of the watched streams, so that a lost change is noticed. */
  heartbeat: (revs: Readonly<Record<StreamName, number>>) => void;
  /** The session lost the right to this stream. */
  revoked: (stream: { stream: StreamName }) => void;
}
