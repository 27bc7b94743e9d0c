import type { Entry, Scope } from './entry.js';

/** How an attempt ended: `status` 0 is no answer at all, or one that is not of our server. */
export interface Ending {
  readonly status: number;
  readonly code: string;
}

/**
 * `delivered`, `refused`: the server has answered this entry. `offline`: nothing can be sent now. `passed`: the server
 * stumbled over this entry, the next may go. `held`: this browser may not act for this person just now.
 */
export type Verdict = 'delivered' | 'refused' | 'offline' | 'passed' | 'held';

const OWN_PROBLEMS: ReadonlySet<string> = new Set(['network-failure', 'unreadable-answer']);
/** Too busy, or a proxy without its server. */
const BUSY: ReadonlySet<number> = new Set([408, 425, 429, 502, 503, 504]);

/** What an answer means for an entry. Only a problem of our own server refuses it: a portal's page does not. */
export function verdictOf({ status, code }: Ending): Verdict {
  if (status >= 200 && status < 300) return 'delivered';
  if (OWN_PROBLEMS.has(code) || BUSY.has(status) || status < 400) return 'offline';
  if (status >= 500) return 'passed';
  return status === 401 || status === 403 ? 'held' : 'refused';
}

/** The entry to send now: the oldest that is not refused, waits for no other and was not set aside in this round. */
export function nextEntry(
  entries: readonly Entry[],
  passed: ReadonlySet<number>,
  held: ReadonlySet<Scope>,
): Entry | undefined {
  const ready = entries.filter(
    (entry) => isReady(entry) && !passed.has(entry.number) && !held.has(entry.scope),
  );
  return ready.reduce<Entry | undefined>(
    (oldest, entry) => (oldest === undefined || entry.number < oldest.number ? entry : oldest),
    undefined,
  );
}

/** Could be sent if there were a network. */
export function isReady({ refusal, follows }: Entry): boolean {
  return refusal === undefined && follows === undefined;
}

/** An entry, and all that wait for its answer, and those that wait for theirs. */
export function withFollowers(entries: readonly Entry[], operationId: string): readonly Entry[] {
  const taken = new Set([operationId]);
  let before = 0;
  while (before !== taken.size) {
    before = taken.size;
    for (const { operationId: id, follows } of entries)
      if (follows && taken.has(follows.operationId)) taken.add(id);
  }
  return entries.filter((entry) => taken.has(entry.operationId));
}

/** A follower as it is once the answer is there; refused when the answer does not say what it needs. */
export function afterAnswer(entry: Entry, answer: unknown): Entry {
  const { follows, ...rest } = entry;
  if (!follows) return entry;
  const value = follows.from
    .split('.')
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | null | undefined)?.[key], answer);
  if (typeof value !== 'string')
    return { ...entry, refusal: { code: 'unreadable-answer', status: 0, title: '', detail: '' } };
  return { ...rest, params: { ...rest.params, [follows.param]: value } };
}

const FIRST_PAUSE_MS = 1_000;
/** With its jitter of a half a phone is back at most 8.25 s after the network is (T18). */
const LONGEST_PAUSE_MS = 5_500;

/** The wait after so many failures in a row; `chance` in [0, 1) spreads the phones of an evening over it (T18). */
export function pauseMs(failures: number, chance: number): number {
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, failures - 1));
  return pause * (0.5 + chance);
}
