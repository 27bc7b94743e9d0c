import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { browserExecutable } from '@hillo/tooling/browser';
import lighthouse, { type Result } from 'lighthouse';
import { type Figure, median, plain } from '../figures.js';
import { type Child, freePort } from '../ground/child.js';
import { step } from '../progress.js';
import type { OwnPage } from './attendee.js';

const RUNS = 5;
const KIB = 1024;
/** First load, socket client, and the reader of QR codes with its WebAssembly, fetched when idle. */
const ALL_BYTES_KIB = 150 + 15 + 15 + 370;

/** Lighthouse as on a phone (its mobile preset) on the own page: the median of five runs, and their range. */
export async function measureLighthouse(server: Child, own: OwnPage): Promise<Figure[]> {
  const profile = mkdtempSync(join(tmpdir(), 'hillo-lighthouse-'));
  const port = await freePort();
  const browser = spawn(
    await browserExecutable(),
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      `--remote-debugging-port=${port}`,
      `--user-data-dir=${profile}`,
    ],
    { stdio: 'ignore' },
  );
  try {
    await untilListening(port);
    const results: Result[] = [];
    for (let run = 1; run <= RUNS; run += 1)
      results.push(
        await step(`Lighthouse, run ${run} of ${RUNS}`, () => audit(server.url + own.path, port, own.cookie)),
      );
    return figuresOf(results);
  } finally {
    const ended = once(browser, 'exit');
    browser.kill('SIGKILL');
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function untilListening(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const answers = await fetch(`http://127.0.0.1:${port}/json/version`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answers) return;
    await sleep(100);
  }
  throw new Error('The browser did not start');
}

async function audit(url: string, port: number, cookie: string): Promise<Result> {
  const run = await lighthouse(url, {
    port,
    logLevel: 'silent',
    onlyCategories: ['performance', 'accessibility'],
    extraHeaders: { Cookie: `hillo=${cookie}` },
  });
  if (!run) throw new Error('Lighthouse gave no result');
  const { lhr } = run;
  if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
  return lhr;
}

function figuresOf(results: readonly Result[]): Figure[] {
  const score = (category: string) =>
    results.map(({ categories }) => 100 * (categories[category]?.score ?? 0));
  const audited = (name: string) => results.map(({ audits }) => audits[name]?.numericValue ?? Number.NaN);
  const accessibility = score('accessibility');
  const shift = audited('cumulative-layout-shift');
  const bytes = audited('total-byte-weight').map((value) => value / KIB);
  const failed = new Set(results.flatMap(failedAccessibility));
  const spread = (name: string, unit: string, values: readonly number[]) => [
    plain(`Lighthouse: ${name}`, unit, median(values)),
    plain(`Lighthouse: ${name}, from`, unit, Math.min(...values)),
    plain(`Lighthouse: ${name}, to`, unit, Math.max(...values)),
  ];
  return [
    plain(
      `Lighthouse: accessibility${failed.size > 0 ? ` (${[...failed].join(', ')})` : ''}`,
      'of 100',
      Math.min(...accessibility),
      { least: 100 },
    ),
    plain('Lighthouse: layout shift', 'CLS', Math.max(...shift), { most: 0.1 }),
    plain('Lighthouse: bytes until the network is quiet', 'KiB', median(bytes), { most: ALL_BYTES_KIB }),
    plain(
      `Lighthouse: largest element is ${largestElement(results)}`,
      'ms',
      median(audited('largest-contentful-paint')),
    ),
    ...spread('performance', 'of 100', score('performance')),
    plain('Lighthouse: blocking time', 'ms', median(audited('total-blocking-time'))),
  ];
}

function failedAccessibility({ categories, audits }: Result): string[] {
  const references = categories['accessibility']?.auditRefs ?? [];
  return references.filter(({ id, weight }) => weight > 0 && audits[id]?.score === 0).map(({ id }) => id);
}

/** The element's tag and class, without the hash of the build. */
function largestElement(results: readonly Result[]): string {
  const details = results[0]?.audits['largest-contentful-paint-element']?.details;
  const selector = /"selector":"([^"]+)"/.exec(JSON.stringify(details ?? null))?.[1];
  const last = selector?.split(' > ').at(-1);
  return last?.replaceAll(/\._([a-z-]+)_\w+/gi, '.$1') ?? 'not named';
}
