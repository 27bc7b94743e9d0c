import { useSyncExternalStore } from 'react';
import type { Entry, Scope } from './outbox/entry.js';
import type { OutboxState } from './outbox/outbox.js';

/** What the outbox holds, for pages that are there before it is loaded (`outbox/here.ts` tells it). */
let state: OutboxState = { entries: [], outlivesPage: true, held: new Set() };
const listeners = new Set<() => void>();
const byScope = new Map<Scope, { readonly all: readonly Entry[]; readonly own: readonly Entry[] }>();

export function tellWaiting(next: OutboxState): void {
  state = next;
  listeners.forEach((listener) => listener());
}

function watch(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The same list as long as nothing changed, as a store of React wants it. */
function entriesOf(scope: Scope): readonly Entry[] {
  const all = state.entries;
  const known = byScope.get(scope);
  if (known?.all === all) return known.own;
  const own = all.filter((entry) => entry.scope === scope);
  byScope.set(scope, { all, own });
  return own;
}

/** What waits or was refused of one person or door, the oldest first. */
export function useEntries(scope: Scope): readonly Entry[] {
  return useSyncExternalStore(watch, () => entriesOf(scope));
}

/** Whether what waits outlives the page, and who is signed out while entries wait. */
export function useOutboxState(): OutboxState {
  return useSyncExternalStore(watch, () => state);
}
