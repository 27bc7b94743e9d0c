import { forgetReads } from './kept-reads.js';
import type { Scope } from './outbox/entry.js';
import { outbox } from './outbox/here.js';

/** Nothing of this person or door stays on the phone: neither what was read nor what waits. */
export async function forgetAll(scope: Scope): Promise<void> {
  await Promise.all([forgetReads(scope), outbox().forget(scope)]);
}
