import type { HilloApi } from '@hillo/contracts/api';
import type { Endpoint, RequestOf, ResponseOf } from '@hillo/contracts/endpoint';
import { readAnswer } from './answer.js';
import { isProblem, ProblemError } from './problem-error.js';
import { noteReach } from './reach.js';
import { randomUuid } from './uuid.js';

export type Route = keyof HilloApi;

interface Control {
  signal?: AbortSignal;
  /** Names this write; give the same one to do the same thing again. Made anew if not given. */
  operationId?: string;
}
/** A write without an operation id on the server's side is sent once only; its caller says so. */
type Once<Declared> = Declared extends { idempotency: 'none' } ? { once: true } : { once?: undefined };
type Declared<Key extends Route> = HilloApi[Key] extends Endpoint ? HilloApi[Key] : never;
export type RequestInput<Key extends Route> = RequestOf<Declared<Key>> & Once<Declared<Key>> & Control;
export type Answer<Key extends Route> = ResponseOf<Declared<Key>>;
type Arguments<Key extends Route> =
  object extends RequestInput<Key> ? [input?: RequestInput<Key>] : [input: RequestInput<Key>];

/** `request('POST /api/evenings/:evening/marks', { params, body })`; rejects with a ProblemError, or AbortError. */
export type Request = <Key extends Route>(route: Key, ...input: Arguments<Key>) => Promise<Answer<Key>>;

interface Settings {
  /** Empty in the browser: the page's own origin. */
  readonly origin: string;
  readonly locale: () => string;
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Milliseconds after which an attempt counts as lost. */
  readonly patience: number;
}
interface LooseInput extends Control {
  params?: Readonly<Record<string, unknown>>;
  query?: Readonly<Record<string, unknown>>;
  body?: unknown;
  once?: boolean;
}

/** Pauses before attempts two, three and four of a write whose answer was lost; jitter of a half is added. */
const PAUSES_MS = [400, 1500, 4000];
/** A proxy lost the server, or the server its database: the write may or may not have happened. */
const LOST = new Set([502, 503, 504]);

export function createRequest(settings: Settings): Request {
  async function send(route: string, input: LooseInput = {}): Promise<unknown> {
    const { url, method } = address(settings.origin, route, input);
    const headers = new Headers({ Accept: 'application/json', 'Hillo-Locale': settings.locale() });
    if (method !== 'GET') headers.set('Idempotency-Key', input.operationId ?? randomUuid());
    if (input.body !== undefined) headers.set('Content-Type', 'application/json');
    const body = input.body === undefined ? undefined : JSON.stringify(input.body);
    const pauses = method === 'GET' || input.once ? [] : PAUSES_MS;
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await attemptOnce(url, { method, headers, body }, settings.patience, input.signal);
      } catch (error) {
        const pause = pauses[attempt];
        if (pause === undefined || !wasLost(error)) throw error;
        await settings.wait(pause * (1 + Math.random() / 2), input.signal);
      }
    }
  }
  return send as Request;
}

function address(origin: string, route: string, { params = {}, query = {} }: LooseInput) {
  const [method = 'GET', path = ''] = route.split(' ');
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined) search.append(name, String(one));
  }
  const asked = search.toString();
  return { method, url: origin + filled + (asked && `?${asked}`) };
}

async function attemptOnce(
  url: string,
  init: RequestInit,
  patience: number,
  outer?: AbortSignal,
): Promise<unknown> {
  outer?.throwIfAborted();
  const inner = new AbortController();
  const stop = () => inner.abort(outer?.reason);
  outer?.addEventListener('abort', stop);
  const timer = setTimeout(() => inner.abort(), patience);
  try {
    const response = await fetch(url, { ...init, signal: inner.signal });
    noteReach(LOST.has(response.status), response.headers.get('date'));
    return await readAnswer(response);
  } catch (error) {
    outer?.throwIfAborted();
    if (!(error instanceof ProblemError)) noteReach(true);
    throw error instanceof ProblemError ? error : new ProblemError('network-failure', 0);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener('abort', stop);
  }
}

function wasLost(error: unknown): boolean {
  return isProblem(error, 'network-failure') || (isProblem(error) && LOST.has(error.status));
}

/** Resolves after `ms`; rejects with the signal's reason when it aborts first. */
export function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}

/** The one that features use: this origin, the language that `<html>` says. */
export const request: Request = createRequest({
  origin: '',
  locale: () => document.documentElement.dataset['locale'] ?? '',
  wait,
  patience: 20_000,
});
