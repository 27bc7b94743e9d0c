import type { Release, ShellName, WorkerMessage } from './release.js';
import { cacheName, isWanted, outdated, PAGES, shellsKept, wayOf } from './rules.js';

/** The worker's surroundings, as far as they are used: the types of workers and pages cannot stand in one program. */
interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Told extends Waiting {
  readonly data: WorkerMessage;
}
interface WorkerScope {
  readonly hilloRelease: Release;
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Waiting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  addEventListener(type: 'message', listener: (event: Told) => void): void;
}

const worker = self as unknown as WorkerScope;
const release = worker.hilloRelease;

/** Keeps a shell's files, its page last: a shell whose page is kept is whole. */
async function keep(shell: ShellName): Promise<void> {
  const cache = await caches.open(cacheName(release.version, shell));
  const page = PAGES[shell];
  if (await cache.match(page)) return;
  await Promise.all(release.files[shell].map((path) => fetchInto(cache, path)));
  await fetchInto(cache, page);
}

async function fetchInto(cache: Cache, path: string): Promise<void> {
  const known = await caches.match(path);
  const isPage = Object.values(PAGES).includes(path);
  const response = known && !isPage ? known : await fetch(path, { cache: 'no-cache' });
  if (!isWanted(path, response.ok, response.headers.get('content-type') ?? ''))
    throw new Error(`${path} is not what this release has there`);
  await cache.put(path, response);
}

async function keepWhatWasUsed(): Promise<void> {
  await Promise.all(shellsKept(await caches.keys()).map(keep));
}

async function dropOutdated(): Promise<void> {
  await Promise.all(outdated(await caches.keys(), release).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

async function shellPage(shell: ShellName, request: Request): Promise<Response> {
  const cache = await caches.open(cacheName(release.version, shell));
  return (await cache.match(PAGES[shell])) ?? fetch(request);
}

async function pageOrShell(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = (await caches.match(PAGES.attendee)) ?? (await caches.match(PAGES.door));
    if (!kept) throw error;
    return kept;
  }
}

worker.addEventListener('install', (event) => event.waitUntil(keepWhatWasUsed()));
worker.addEventListener('activate', (event) => event.waitUntil(dropOutdated()));
worker.addEventListener('message', (event) => {
  if (event.data.kind === 'keep') event.waitUntil(keep(event.data.shell));
  else event.waitUntil(worker.skipWaiting());
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const way = wayOf(
    request.method,
    new URL(request.url),
    worker.location.origin,
    request.mode === 'navigate',
  );
  if (way.kind === 'shell') event.respondWith(shellPage(way.shell, request));
  if (way.kind === 'page') event.respondWith(pageOrShell(request));
  if (way.kind === 'file')
    event.respondWith(caches.match(request.url).then((known) => known ?? fetch(request)));
});
