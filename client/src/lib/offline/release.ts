import { useSyncExternalStore } from 'react';
import type { ShellName, WorkerMessage } from '../../worker/release.js';

/** A later release is on this phone and waits until somebody lets it in. */
let waiting: ServiceWorker | undefined;
const listeners = new Set<() => void>();
const asked = new Set<ShellName>();

/** How often an open page looks for a later release. */
const LOOK_MS = 30 * 60_000;

/**
 * From now on the pages of this shell open without network, and can be installed. Nothing happens where a browser has no
 * service workers: on plain http, and in some private windows.
 */
export async function keepShell(shell: ShellName): Promise<void> {
  if (asked.has(shell)) return;
  asked.add(shell);
  showManifest(shell);
  if (!('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
  const { active } = await navigator.serviceWorker.ready;
  if (active) tell(active, { kind: 'keep', shell });
  watchReleases(registration);
}

function showManifest(shell: ShellName): void {
  const link = document.createElement('link');
  link.rel = 'manifest';
  link.href = `/${shell}.webmanifest`;
  document.querySelector('link[rel="manifest"]')?.remove();
  document.head.append(link);
}

function watchReleases(registration: ServiceWorkerRegistration): void {
  const look = () => {
    // The first worker of a phone waits for nothing: there is no release before it.
    if (!registration.waiting || !navigator.serviceWorker.controller) return;
    waiting = registration.waiting;
    listeners.forEach((listener) => listener());
  };
  look();
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', look);
  });
  let looked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' || Date.now() - looked < LOOK_MS) return;
    looked = Date.now();
    void registration.update().catch(() => undefined);
  });
}

/** Lets the later release in and loads the page anew; only ever after a tap, so never in the middle of a scan. */
export function useLaterRelease(): (() => void) | undefined {
  const worker = useSyncExternalStore(subscribe, () => waiting);
  if (!worker) return undefined;
  return () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    tell(worker, { kind: 'take-over' });
  };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(worker: ServiceWorker, message: WorkerMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target origin
  worker.postMessage(message);
}
