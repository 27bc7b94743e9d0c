import type { Entry } from '../../lib/offline/outbox/entry.js';
import { ASK, type Asked, GIVE_VOTE, TAKE_VOTE } from './api.js';

/** Questions that the server has not answered yet, the latest first. */
export function waitingAsks(entries: readonly Entry[]) {
  return entries
    .filter(({ route, refusal }) => route === ASK && refusal === undefined)
    .map(({ operationId, body }) => ({ operationId, asked: body as Asked }))
    .toReversed();
}

/** Votes as they will stand once what waits has left: by question, given or taken back. */
export function waitingVotes(entries: readonly Entry[]): ReadonlyMap<string, boolean> {
  const votes = new Map<string, boolean>();
  for (const { route, refusal, params } of entries)
    if (refusal === undefined && (route === GIVE_VOTE || route === TAKE_VOTE))
      votes.set(params['question'] ?? '', route === GIVE_VOTE);
  return votes;
}
