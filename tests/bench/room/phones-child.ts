import { setTimeout as sleep } from 'node:timers/promises';
import { bytesOf, HttpLine, type Request } from '../ground/http-line.js';
import { LeanPhone } from './phone.js';

/** What the program with the phones is asked to do; it answers with `Done`. */
export type Order =
  | {
      readonly kind: 'open';
      readonly url: string;
      readonly cookies: readonly string[];
      readonly stream: string | null;
    }
  /** Answered when every phone has received these bytes; `waiting` is said when they listen. */
  | { readonly kind: 'hear'; readonly marker: string }
  /** All at once, each on a connection of its own that is open before. */
  | { readonly kind: 'send'; readonly url: string; readonly requests: readonly Request[] }
  | { readonly kind: 'bytes' }
  | { readonly kind: 'lose' }
  /** Each after a wait of its own, as the page does; then it reads `path`. */
  | {
      readonly kind: 'back';
      readonly url: string;
      readonly cookies: readonly string[];
      readonly stream: string;
      readonly path: string;
      readonly waitsMs: readonly number[];
    };

/** Times are milliseconds since 1970 for `hear`, and milliseconds that it took for the others. */
export type Done =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly times: readonly number[] }
  | { readonly kind: 'failed'; readonly message: string };

/** Handshakes under way at once: a crowd does not come in one millisecond. */
const AT_ONCE = 20;

const phones: LeanPhone[] = [];

async function obey(order: Order): Promise<readonly number[]> {
  switch (order.kind) {
    case 'open': {
      const waiting = [...order.cookies];
      const open = async () => {
        for (let cookie = waiting.pop(); cookie !== undefined; cookie = waiting.pop())
          phones.push(await LeanPhone.open(order.url, cookie, order.stream));
      };
      await Promise.all(Array.from({ length: AT_ONCE }, open));
      return [];
    }
    case 'hear':
      return Promise.all(phones.map((phone) => phone.hears(order.marker)));
    case 'send': {
      const lines = await Promise.all(order.requests.map(() => HttpLine.open(order.url)));
      const requests = order.requests.map(bytesOf);
      const times = await Promise.all(lines.map((line, n) => timed(line, requests[n])));
      for (const line of lines) line.close();
      return times;
    }
    case 'bytes':
      return phones.map(({ bytes }) => bytes);
    case 'lose':
      for (const phone of phones.splice(0)) phone.lose();
      return [];
    case 'back': {
      const began = performance.now();
      const { url, cookies, stream, path, waitsMs } = order;
      const comeBack = async (cookie: string, n: number) => {
        await sleep(waitsMs[n] ?? 0);
        phones.push(await LeanPhone.open(url, cookie, stream));
        const line = await HttpLine.open(url);
        await timed(line, bytesOf({ method: 'GET', path, cookie }));
        line.close();
        return performance.now() - began;
      };
      return Promise.all(cookies.map(comeBack));
    }
  }
}

async function timed(line: HttpLine, request: Buffer | undefined): Promise<number> {
  const began = performance.now();
  const { status, body } = await line.send(request ?? Buffer.alloc(0));
  if (status >= 300) throw new Error(`The answer was ${status}: ${body.slice(0, 300)}`);
  return performance.now() - began;
}

const say = (done: Done) => process.send?.(done);

process.on('message', (order: Order) => {
  void obey(order).then(
    (times) => say({ kind: 'done', times }),
    (error: unknown) => say({ kind: 'failed', message: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
process.on('SIGTERM', () => process.exit(0));
say({ kind: 'ready' });
