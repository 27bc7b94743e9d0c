import type { Entry } from '../../../lib/offline/outbox/entry.js';
import type { Sign } from '../../../ui/feedback/sign-icon.js';

export type ConnectionKind = 'live' | 'away' | 'sending' | 'waiting' | 'held';

export interface Connection {
  readonly kind: ConnectionKind;
  /** Entries that are not sent yet. */
  readonly waiting: number;
}

export const SIGNS: Record<ConnectionKind, Sign> = {
  live: 'success',
  away: 'info',
  sending: 'info',
  waiting: 'info',
  held: 'warning',
};

/** What to say of one person's or door's connection and entries. */
export function connectionOf(
  entries: readonly Entry[],
  away: boolean,
  held: boolean,
): Connection & { readonly refused: number } {
  const refused = entries.filter(({ refusal }) => refusal !== undefined).length;
  const waiting = entries.length - refused;
  const kind = ((): ConnectionKind => {
    if (held && waiting > 0) return 'held';
    if (away) return waiting > 0 ? 'waiting' : 'away';
    return waiting > 0 ? 'sending' : 'live';
  })();
  return { kind, waiting, refused };
}
