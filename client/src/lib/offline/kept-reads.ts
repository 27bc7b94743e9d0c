import type { Query, QueryClient, QueryKey } from '@tanstack/react-query';
import type { Answer } from '../http/request.js';
import { transact } from './database.js';
import type { Scope } from './outbox/entry.js';

/** Whose answers they are; the session is everybody's of this browser, a stage its evening's. */
export type KeptScope = Scope | `stage:${string}` | 'session';

interface Kept {
  readonly at: number;
  /** From then on it is not kept any more, whoever may read it. */
  readonly until?: number | undefined;
  readonly value: unknown;
}

/** Longer than the morning after, shorter than what is kept of an evening by the server. */
const LONGEST_DAYS = 30;
const DAY_MS = 86_400_000;
const key = (scope: KeptScope, name: string) => `${scope}|${name}`;

/** Puts an answer where it is found without network. A browser that keeps nothing forgets it. */
export async function keepRead(
  scope: KeptScope,
  name: string,
  value: unknown,
  until?: number,
): Promise<void> {
  const kept: Kept = { at: Date.now(), until, value };
  await transact('reads', 'readwrite', (store) => store.put(kept, key(scope, name))).catch(() => undefined);
}

/** The last answer that was kept, undefined if there is none. */
export async function keptRead(scope: KeptScope, name: string): Promise<unknown> {
  const kept = await transact<unknown>('reads', 'readonly', (store) => store.get(key(scope, name))).catch(
    () => undefined,
  );
  return (kept as Kept | undefined)?.value;
}

/** Takes away everything kept of one person or door: signed out, erased, revoked, over. */
export async function forgetReads(scope: KeptScope): Promise<void> {
  const own = IDBKeyRange.bound(`${scope}|`, `${scope}|\uffff`);
  await transact('reads', 'readwrite', (store) => store.delete(own)).catch(() => undefined);
}

/** Takes away everything kept of people and doors that are not this browser's any more, and what is too old. */
async function forgetOthers(session: Session, now: number): Promise<void> {
  await transact('reads', 'readwrite', (store) => {
    const cursor = store.openCursor();
    cursor.addEventListener('success', () => {
      if (!cursor.result) return;
      const [kind = '', id = ''] = ((cursor.result.key as string).split('|')[0] ?? '').split(':');
      const { at, until = now } = cursor.result.value as Kept;
      if (until < now || isOthers(session, kind, id) || now - at > LONGEST_DAYS * DAY_MS)
        cursor.result.delete();
      cursor.result.continue();
    });
    return cursor;
  }).catch(() => undefined);
}

interface KeptMeta extends Record<string, unknown> {
  readonly kept: KeptScope;
}

type Session = Answer<'GET /api/session'>;

function isOthers({ grants }: Session, kind: string, id: string): boolean {
  if (kind === 'registration') return !grants.some((own) => own.kind === 'attendee' && own.subjectId === id);
  // A member may open the door and the stage of every evening of theirs.
  return (
    (kind === 'door' || kind === 'stage') &&
    !grants.some((own) => own.kind === 'account' || own.eveningId === id)
  );
}

const nameOf = (queryKey: QueryKey) => JSON.stringify(queryKey);

/** What a failed first read shows instead: the last answer, if the failure is that no server was there. */
export function lastAnswer({ kept }: KeptMeta, queryKey: QueryKey): Promise<unknown> {
  return keptRead(kept, nameOf(queryKey));
}

/** Keeps every answer of the queries that say so by their `meta`, from now on and what is there already. */
export function keepAnswers(client: QueryClient): () => void {
  const cache = client.getQueryCache();
  const keep = ({ meta, queryKey, state }: Query) => {
    const scope = (meta as KeptMeta | undefined)?.kept;
    if (scope === undefined || state.data === undefined) return;
    void keepRead(scope, nameOf(queryKey), state.data);
    if (scope === 'session') void forgetOthers(state.data as Session, Date.now());
  };
  cache.getAll().forEach(keep);
  return cache.subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'success') keep(event.query as Query);
  });
}
