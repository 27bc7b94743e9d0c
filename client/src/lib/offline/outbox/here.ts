import { currentReach, watchReach } from '../../http/reach.js';
import { createRequest, wait } from '../../http/request.js';
import { tellWaiting } from '../waiting.js';
import type { Entry } from './entry.js';
import { IndexedDbStore } from './indexed-db-store.js';
import { Outbox, type OtherTabs } from './outbox.js';
import { alone } from './sender-lock.js';
import { FallbackStore } from './store.js';

const PATIENCE_MS = 3_000;
/** A lost attempt is not waited for longer; the same entry is then sent again. */
const ATTEMPT_MS = 10_000;
/** The phones of an evening that come back at the same moment are spread over this time (T18). */
const SPREAD_MS = 1_500;

type LooseRequest = (route: string, input: object) => Promise<unknown>;

const attempt = createRequest({
  origin: '',
  locale: () => document.documentElement.dataset['locale'] ?? '',
  wait,
  patience: ATTEMPT_MS,
}) as unknown as LooseRequest;

function send({ route, params, body, operationId }: Entry): Promise<unknown> {
  // Once: the outbox repeats by itself, after looking what else there is to send.
  return attempt(route, { params, operationId, once: true, ...(body === undefined ? {} : { body }) });
}

function otherTabs(): OtherTabs {
  if (typeof BroadcastChannel !== 'function') return { changed: () => undefined, listen: () => undefined };
  const channel = new BroadcastChannel('hillo.outbox');
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target
    changed: () => channel.postMessage('changed'),
    listen: (onChange) => channel.addEventListener('message', onChange),
  };
}

let made: Outbox | undefined;

/** The one outbox of this page, opened with the first use: it reads what waits and sends it whenever there is a chance. */
export function outbox(): Outbox {
  if (made) return made;
  const box = new Outbox({
    store: new FallbackStore(new IndexedDbStore()),
    send,
    alone,
    tabs: otherTabs(),
    patienceMs: PATIENCE_MS,
    now: () => new Date(),
    random: Math.random,
    later: (act, ms) => {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
  });
  made = box;
  box.subscribe(() => tellWaiting(box.current()));
  void box.open();
  const look = () => document.visibilityState === 'visible' && box.flush();
  addEventListener('focus', look);
  document.addEventListener('visibilitychange', look);
  addEventListener('online', () => setTimeout(() => box.flush(), Math.random() * SPREAD_MS));
  let wasAway = currentReach().away;
  watchReach(() => {
    const { away } = currentReach();
    if (wasAway && !away) box.flush();
    wasAway = away;
  });
  return box;
}
