import { browserExecutable } from '@hillo/tooling/browser';
import { type Browser, chromium } from '@playwright/test';
import { type FirstLoad, KIB, measureFirstLoad } from '../../support/first-load.js';
import { type Figure, plain } from '../figures.js';
import type { Child } from '../ground/child.js';
import { EveningFiller } from '../ground/evening-filler.js';
import { step } from '../progress.js';

/** Somebody in the room with an empty card, and the way to their own page. */
export interface OwnPage {
  readonly path: string;
  readonly cookie: string;
}

export async function openOwnPage(databaseUrl: string): Promise<OwnPage> {
  const filler = await EveningFiller.open(databaseUrl);
  const evening = await filler.evening(40, 4, 'full');
  const [person] = evening.sides[0];
  if (!person) throw new Error('There is nobody in the evening');
  const [cookie = ''] = await filler.phones(evening.id, [person]);
  await filler.close();
  return { path: `/me/${person.id}`, cookie };
}

const ARGUMENTS = [
  '--no-sandbox',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--disable-background-networking',
];
/** The reader of QR codes for browsers without one of their own: its script and its WebAssembly. */
const READER = /\/(?:zxing_)?reader-[\w-]+\.(js|wasm)$/;

/** What a phone fetches before the own page answers, and what scanning adds. */
export async function measureFirstLoads(server: Child, own: OwnPage): Promise<Figure[]> {
  const browser = await chromium.launch({ executablePath: await browserExecutable(), args: ARGUMENTS });
  try {
    const load = (path: string) => loadAsPhone(browser, server.url, path, own.cookie);
    const first = await step('Loading the own page as a phone', () => load(own.path));
    const scan = await step('Opening the scanner', () => load(`${own.path}/scan`));
    const reader = [...scan.files, ...scan.later].filter(({ path }) => READER.test(path));
    const readerScript = reader.filter(({ path }) => path.endsWith('.js')).map(({ gzip }) => gzip);
    const wasm = reader.filter(({ path }) => path.endsWith('.wasm')).map(({ transferred }) => transferred);
    return [
      plain('own page, first load: JavaScript, packed', 'KiB', kib(first.scripts), { most: 115 }),
      plain('own page, first load: the same, as aimed at', 'KiB', kib(first.scripts), { most: 95 }),
      plain('own page, first load: everything, packed', 'KiB', kib(first.everything), { most: 150 }),
      plain('own page, first load: bodies over the wire', 'KiB', kib(first.transferred)),
      plain('own page, first load: requests', 'files', first.files.length),
      plain('scanner: script of the reader, packed', 'KiB', kib(sum(readerScript)), { most: 15 }),
      plain('scanner: its WebAssembly, over the wire', 'KiB', kib(sum(wasm))),
    ];
  } finally {
    await browser.close();
  }
}

async function loadAsPhone(browser: Browser, url: string, path: string, cookie: string): Promise<FirstLoad> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'fi-FI' });
  await context.addCookies([{ name: 'hillo', value: cookie, url, httpOnly: true, sameSite: 'Lax' }]);
  const load = await measureFirstLoad(await context.newPage(), url + path);
  await context.close();
  return load;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function kib(bytes: number): number {
  return Math.round((10 * bytes) / KIB) / 10;
}
