import type { Answer, RequestInput, Route } from '../http/request.js';
import type { Draft, Scope } from './outbox/entry.js';
import type { Delivery } from './outbox/outbox.js';

type Extras = Pick<Draft, 'label' | 'follows'>;
type Sent<Key extends Route> = Pick<RequestInput<Key>, 'params' | 'body'>;

/**
 * A write that is not lost: it stands on this phone before it is sent, and stays until the server has answered. Resolves with
 * the answer, or that it waits; rejects with a ProblemError when it is refused at once.
 */
export async function write<Key extends Route>(
  route: Key,
  scope: Scope,
  sent: Sent<Key>,
  extras: Extras = {},
): Promise<Delivery<Answer<Key>>> {
  const { outbox } = await import('./outbox/here.js');
  const { params, body } = sent as { params: Readonly<Record<string, string>>; body?: unknown };
  return outbox().add<Answer<Key>>({ route, scope, params, body, ...extras });
}

/** Gives up an entry that waits or was refused, and what hangs on it. */
export async function dropEntry(operationId: string): Promise<void> {
  const { outbox } = await import('./outbox/here.js');
  await outbox().drop(operationId);
}
