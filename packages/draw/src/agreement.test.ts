import { createHash, createHmac, webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import published from '../vectors/draw-1.json' with { type: 'json' };
import { webCrypto } from './crypto.js';
import { type DrawInput, type DrawProof, makeProof } from './proof.js';
import { sortTickets, ticketFromDigest } from './ticket.js';
import { VERIFY_STEPS, verifyProof } from './verify.js';

const RUNS = process.env['HILLO_TEST_FULL'] === '1' ? 10_000 : 1_000;
const TIME = 120_000;
const crypto = webCrypto(webcrypto.subtle);

const html = readFileSync(new URL('../page/verify.html', import.meta.url), 'utf8');
const page = createContext({});
for (const id of ['check', 'texts']) runInContext(scriptOf(id), page);

function scriptOf(id: string): string {
  const script = new RegExp(`<script id="${id}">([^]*?)</script>`).exec(html)?.[1];
  if (script === undefined) throw new Error(`the page has no script "${id}"`);
  return script;
}

/** What the page says of a text: the failing step, or "none". */
function pageVerdict(text: string): unknown {
  return runInContext(`checkProof(${JSON.stringify(text)}).failing`, page);
}

function pageHex(expression: string): unknown {
  return runInContext(`hex(${expression})`, page);
}

/** Section 3 of the specification read once more, on its own: Buffers, one long stream and BigInt. */
function reference(input: DrawInput): DrawProof {
  const hash = (...parts: (string | Buffer)[]) =>
    parts.reduce((sum, part) => sum.update(part), createHash('sha256')).digest('hex');
  const { drawId, secret, tickets, prizes, publicNumber } = input;
  const commit = hash('draw/1/commit\n', drawId, '\n', Buffer.from(secret, 'hex'));
  const list = hash('draw/1/list\n', ...tickets.flatMap((ticket) => [ticket, '\n']));
  const seed = hash(
    `draw/1/seed\n${drawId}\n${commit}\n${list}\n${tickets.length}\n${prizes}\n${secret}\n${publicNumber}\n`,
  );
  const stream = Buffer.concat(
    Array.from({ length: tickets.length + 1 }, (_, block) => {
      const number = Buffer.alloc(4);
      number.writeUInt32BE(block);
      return createHmac('sha256', Buffer.from(seed, 'hex')).update('draw/1/block\n').update(number).digest();
    }),
  );
  let pool: readonly string[] = tickets;
  const order: string[] = [];
  for (let offset = 0; pool.length > 0; offset += 4) {
    const word = BigInt(stream.readUInt32BE(offset));
    const size = BigInt(pool.length);
    if (word >= (2n ** 32n / size) * size) continue;
    const winner = pool[Number(word % size)] ?? '';
    order.push(winner);
    pool = pool.filter((ticket) => ticket !== winner);
  }
  return { drawId, secret, tickets, prizes, publicNumber, commit, list, seed, order };
}

const digits = fc.integer({ min: 0, max: 9999 }).map((value) => String(value).padStart(4, '0'));
const drawInput: fc.Arbitrary<DrawInput> = fc.record({
  drawId: fc.oneof(fc.uuid(), fc.stringMatching(/^[0-9A-Za-z-]{1,64}$/)),
  secret: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex')),
  tickets: fc
    .array(fc.uint8Array({ minLength: 32, maxLength: 32 }).map(ticketFromDigest), { maxLength: 40 })
    .map((tickets) => sortTickets([...new Set(tickets)])),
  prizes: fc.integer({ min: 1, max: 50 }),
  publicNumber: fc.tuple(digits, digits, digits).map((calls) => `stage:${calls.join(',')};drand:-`),
});

describe(`${RUNS} random draws (T32)`, () => {
  it(
    'are the same for this package, the static page and an independent reading',
    async () => {
      await fc.assert(
        fc.asyncProperty(drawInput, async (input) => {
          const proof = await makeProof(crypto, input);
          expect(proof).toEqual(reference(input));
          expect((await verifyProof(crypto, proof)).ok).toBe(true);
          expect(pageVerdict(JSON.stringify(proof))).toBe('none');
        }),
        { seed: 32, numRuns: RUNS },
      );
    },
    TIME,
  );

  it(
    'are found false when one byte of the published text is another, at the same step by both',
    async () => {
      const byte = fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code));
      await fc.assert(
        fc.asyncProperty(
          drawInput,
          fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
          byte,
          async (input, place, sign) => {
            const text = JSON.stringify(reference(input));
            const at = Math.floor(place * text.length);
            fc.pre(text[at] !== sign);
            const altered = text.slice(0, at) + sign + text.slice(at + 1);
            const step = await packageVerdict(altered);
            expect(step).not.toBe('none');
            expect(pageVerdict(altered)).toBe(step);
          },
        ),
        { seed: 36, numRuns: 1_000 },
      );
    },
    TIME,
  );

  it(
    'are found false when one byte of one value is another of the same kind',
    async () => {
      const field = fc.constantFrom(...(Object.keys(published) as (keyof DrawProof)[]));
      await fc.assert(
        fc.asyncProperty(
          drawInput,
          field,
          fc.nat(),
          fc.nat({ max: 34 }),
          async (input, key, place, other) => {
            const proof = reference(input);
            const altered = {
              ...proof,
              [key]: alter(proof[key], place, '0123456789abcdefABCDEFGHJKMNPQRSTVWXYZ'[other] ?? '0'),
            };
            fc.pre(JSON.stringify(altered) !== JSON.stringify(proof));
            const step = await packageVerdict(JSON.stringify(altered));
            expect(step).not.toBe('none');
            expect(pageVerdict(JSON.stringify(altered))).toBe(step);
          },
        ),
        { seed: 37, numRuns: 1_000 },
      );
    },
    TIME,
  );
});

async function packageVerdict(text: string): Promise<string> {
  try {
    const result = await verifyProof(crypto, JSON.parse(text));
    return result.ok ? 'none' : result.code;
  } catch (error) {
    if (error instanceof SyntaxError) return 'json';
    throw error;
  }
}

/** The value with one sign replaced; a number becomes another number. */
function alter(value: string | number | readonly string[], place: number, sign: string): unknown {
  if (typeof value === 'number') return value + 1 + (place % 9);
  if (typeof value !== 'string') {
    const chosen = place % Math.max(value.length, 1);
    return value.map((text, at) => (at === chosen ? alter(text, Math.floor(place / 7), sign) : text));
  }
  const at = place % value.length;
  return value.slice(0, at) + sign + value.slice(at + 1);
}

describe('the static page', () => {
  it('accepts the published proof, also with a byte order mark and white space', () => {
    expect(pageVerdict(JSON.stringify(published))).toBe('none');
    expect(pageVerdict(`\uFEFF ${JSON.stringify(published, null, 2)}\n`)).toBe('none');
  });

  it('names what it cannot read', () => {
    expect(pageVerdict('')).toBe('json');
    expect(pageVerdict(JSON.stringify(published).slice(0, -1))).toBe('json');
    expect(pageVerdict(' '.repeat(1_000_001))).toBe('long');
    expect(pageVerdict('[]')).toBe('shape');
    expect(pageVerdict(JSON.stringify({ ...published, order: [published.order.join(',')] }))).toBe('order');
  });

  it('hashes like another code base, around every block border', () => {
    for (let length = 0; length <= 200; length += 1) {
      const message = Array.from({ length }, (_, at) => (at * 31 + length) & 255);
      const key = message.slice(0, 32);
      const bytes = Buffer.from(message);
      expect(pageHex(`sha256(${JSON.stringify(message)})`)).toBe(
        createHash('sha256').update(bytes).digest('hex'),
      );
      const hmac = createHmac('sha256', Buffer.from(key)).update(bytes).digest('hex');
      expect(pageHex(`hmacSha256(${JSON.stringify(key)}, ${JSON.stringify(message)})`)).toBe(hmac);
    }
  });

  it('throws away the same words as the package', () => {
    const blocks = Array.from({ length: 32 }, (_, at) => (at < 4 ? 255 : at === 7 ? 1 : 0));
    const real = runInContext('hmacSha256', page);
    try {
      runInContext(`hmacSha256 = () => ${JSON.stringify(blocks)}`, page);
      expect(JSON.stringify(runInContext(`drawAll([], ['a', 'b', 'c'])`, page))).toBe('["b","a","c"]');
    } finally {
      Object.assign(page, { hmacSha256: real });
    }
  });

  it('asks nobody for anything and says so to the browser', () => {
    expect(html).not.toMatch(/\bsrc=|\bhref=|\bimport\b|\bfetch\b|XMLHttpRequest|WebSocket|https?:|url\(/);
    expect(html).toContain("default-src 'none'");
  });

  it('has every text in every language, and a verdict for every step', () => {
    const texts: Record<string, { verdicts: Record<string, string> }> = JSON.parse(
      runInContext('JSON.stringify(TEXTS)', page),
    );
    const used = [...html.matchAll(/data-text="([^"]+)"/g)].map(([, key]) => key);
    const steps = VERIFY_STEPS.filter((step) => step !== 'announced');
    expect(Object.keys(texts)).toEqual(['fi', 'sv', 'en']);
    for (const { verdicts, ...rest } of Object.values(texts)) {
      expect(Object.keys(rest).toSorted()).toEqual([...new Set([...used, 'nobody'])].toSorted());
      expect(Object.keys(verdicts).toSorted()).toEqual(
        ['none', 'empty', 'long', 'json', ...steps].toSorted(),
      );
    }
  });
});
