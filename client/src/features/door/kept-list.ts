import { currentReach } from '../../lib/http/reach.js';
import { isProblem, ProblemError } from '../../lib/http/problem-error.js';
import { request } from '../../lib/http/request.js';
import { forgetAll } from '../../lib/offline/forget.js';
import { forgetReads, keepRead, keptRead } from '../../lib/offline/kept-reads.js';
import type { Scope } from '../../lib/offline/outbox/entry.js';
import { outbox } from '../../lib/offline/outbox/here.js';
import type { DoorSnapshot } from './api.js';

const NAME = 'list';
/** Somebody who stands at the door is not kept waiting by a network that neither works nor fails. */
const PATIENCE_MS = 4_000;

export const doorScope = (evening: string): Scope => `door:${evening}`;

/** This moment by the server's clock, as far as the phone knows it. */
export const serverNow = () => Date.now() + currentReach().offsetMs;

export const isOver = ({ keepUntil }: Pick<DoorSnapshot, 'keepUntil'>) =>
  Date.parse(keepUntil) <= serverNow();

/** Keeps the list on this phone, so that the door opens and decides without network; not after its time. */
export async function keepList(snapshot: DoorSnapshot): Promise<void> {
  const scope = doorScope(snapshot.evening.id);
  if (isOver(snapshot)) await forgetReads(scope);
  else await keepRead(scope, NAME, snapshot, Date.parse(snapshot.keepUntil));
}

async function keptList(evening: string): Promise<DoorSnapshot | undefined> {
  const kept = (await keptRead(doorScope(evening), NAME)) as DoorSnapshot | undefined;
  if (kept && isOver(kept)) await forgetAll(doorScope(evening));
  return kept && !isOver(kept) ? kept : undefined;
}

/** Reads the list of the server; without network the kept one, when this page shows none yet. */
export async function readList(
  evening: string,
  shown: DoorSnapshot | undefined,
  signal: AbortSignal,
): Promise<DoorSnapshot> {
  const kept = shown ? undefined : await keptList(evening);
  const giveUp = new AbortController();
  const stop = () => giveUp.abort(signal.reason);
  signal.addEventListener('abort', stop);
  const timer = kept && setTimeout(stop, PATIENCE_MS);
  try {
    return await request('GET /api/evenings/:evening/door', { params: { evening }, signal: giveUp.signal });
  } catch (error) {
    if (signal.aborted || !kept || !(giveUp.signal.aborted || isNoAnswer(error))) throw error;
    return kept;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

/** No server was there, or none that can answer now. */
export function isNoAnswer(error: unknown): boolean {
  return (
    isProblem(error, 'network-failure') ||
    isProblem(error, 'unreadable-answer') ||
    (isProblem(error) && error.status >= 502)
  );
}

/** The server said that this phone may not act here (any more). */
export function isRevoked(error: unknown): boolean {
  return error instanceof ProblemError && (error.status === 401 || error.status === 403);
}

/** Takes list and queue off this phone; how many acts were not sent. */
export async function forgetDoor(evening: string): Promise<number> {
  const unsent = outbox()
    .current()
    .entries.filter(({ scope, refusal }) => scope === doorScope(evening) && !refusal);
  await forgetAll(doorScope(evening));
  return unsent.length;
}
