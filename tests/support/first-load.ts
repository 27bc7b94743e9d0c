import { gzipSync } from 'node:zlib';
import type { Page, Request } from '@playwright/test';

/** A file that was asked for before the page answered. */
export interface LoadedFile {
  readonly path: string;
  /** `document`, `script`, `stylesheet`, `fetch`, … as the browser calls it. */
  readonly kind: string;
  /** Bytes of its body as `gzip -9` packs it, whatever the server sent. */
  readonly gzip: number;
  /** Bytes of its body as they came over the wire. */
  readonly transferred: number;
}

export interface FirstLoad {
  readonly files: readonly LoadedFile[];
  /** What came after the answer, until the network was quiet. */
  readonly later: readonly LoadedFile[];
  /** Of all scripts, packed. */
  readonly scripts: number;
  /** Of everything, packed. */
  readonly everything: number;
  readonly transferred: number;
}

export const KIB = 1024;

/** The own page's way into scanning or, before check-in, its badge: once it stands there, a tap is answered. */
const ANSWERS = 'main a[href], main button, main summary';

/**
 * Opens a page and lists what was fetched before it answered a tap: everything that was asked for before the first link or
 * button of its content stood there. What is asked for later (socket, camera) does not count.
 */
export async function measureFirstLoad(page: Page, path: string): Promise<FirstLoad> {
  const requests: Request[] = [];
  page.on('requestfinished', (request) => requests.push(request));
  await page.addInitScript((selector) => {
    const watch = new MutationObserver(() => {
      if (!document.querySelector(selector)) return;
      performance.mark('answers');
      watch.disconnect();
    });
    watch.observe(document, { childList: true, subtree: true });
  }, ANSWERS);
  await page.goto(path);
  await page.waitForFunction(() => performance.getEntriesByName('answers').length > 0);
  await page.waitForLoadState('networkidle');
  const answered = await page.evaluate(() => {
    const [mark] = performance.getEntriesByName('answers');
    return performance.timeOrigin + (mark?.startTime ?? 0);
  });
  const isFirst = (request: Request) => request.timing().startTime <= answered;
  const files = await Promise.all(requests.filter(isFirst).map(fileOf));
  const later = await Promise.all(requests.filter((request) => !isFirst(request)).map(fileOf));
  const sum = (of: (file: LoadedFile) => number, among = files) =>
    among.reduce((total, file) => total + of(file), 0);
  const scripts = files.filter(({ kind }) => kind === 'script');
  return {
    files,
    later,
    scripts: sum(({ gzip }) => gzip, scripts),
    everything: sum(({ gzip }) => gzip),
    transferred: sum(({ transferred }) => transferred),
  };
}

async function fileOf(request: Request): Promise<LoadedFile> {
  const response = await request.response();
  const body = (await response?.body().catch(() => undefined)) ?? Buffer.alloc(0);
  const { responseBodySize } = await request.sizes();
  return {
    path: new URL(request.url()).pathname,
    kind: request.resourceType(),
    gzip: gzipSync(body, { level: 9 }).length,
    transferred: responseBodySize,
  };
}
