import type { Route } from '../../http/request.js';

/** Whose entry it is: an attendee on this phone, or the door of an evening. */
export type Scope = `registration:${string}` | `door:${string}`;

/** One of the params is not known before another entry was answered: the meeting that a waiting scan will make. */
export interface Follows {
  readonly operationId: string;
  readonly param: string;
  /** Where it stands in that answer: `encounter.id`. */
  readonly from: string;
}

/** What the server said against an entry, in the reader's language of then. */
export interface Refusal {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
}

/** What a feature hands in: one write, and what it needs to show it while it waits. */
export interface Draft {
  readonly scope: Scope;
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Words for the list of what waits, such as the code that was typed; it never leaves the phone. */
  readonly label?: Readonly<Record<string, string>>;
  readonly follows?: Follows;
  /** Made anew if not given. */
  readonly operationId?: string;
}

/** One write that waits for the server's answer. */
export interface Entry extends Draft {
  /** Its place in the queue of this browser; numbers are never used again. */
  readonly number: number;
  readonly operationId: string;
  /** ISO time of the phone. */
  readonly madeAt: string;
  readonly refusal?: Refusal;
}
