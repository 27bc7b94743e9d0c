import { api } from '@hillo/contracts/api';
import { type Endpoint, isWrite, type RouteKey } from '@hillo/contracts/endpoint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { textFieldsOf } from '../support/schema-attacks.js';

const LONG = 100 * 1024;
const MOST_MS = 50;
/** A busy machine may take longer now and then; what takes longer every time is slow by itself. */
const TRIES = 10;

const repeat = (piece: string, end = '') => piece.repeat(Math.ceil(LONG / piece.length)).slice(0, LONG) + end;

/** Texts that make careless expressions, counters and normalisers slow. */
const SHAPES: Readonly<Record<string, string>> = {
  'spaces and a letter': repeat(' ', 'x'),
  'one letter': repeat('a', '!'),
  'addresses in addresses': repeat('a@a.', '@'),
  'accents on one letter': `a${repeat('\u0301')}`,
  'families of emoji': repeat('👩‍👩‍👧‍👦'),
  'variation selectors': `a${repeat('\ufe0f')}`,
  'brackets and quotes': repeat(`<"'([{\\`),
  'digits and signs': repeat('+0 -'),
  'line breaks': repeat('\r\n \t', 'x'),
};

const routes = Object.entries(api) as [RouteKey, Endpoint][];
const parts = routes.flatMap(([key, endpoint]) =>
  (['body', 'query'] as const).flatMap((part) => {
    const schema = endpoint[part];
    return schema ? [{ name: `${key} ${part}`, schema }] : [];
  }),
);

/** Milliseconds of this process at work, in the fastest try; no more tries than needed. */
function fastest(act: () => void, tries = TRIES): number {
  let least = Infinity;
  for (let count = 0; count < tries && least > MOST_MS; count += 1) {
    const began = process.cpuUsage();
    act();
    const { user, system } = process.cpuUsage(began);
    least = Math.min(least, (user + system) / 1_000);
  }
  return least;
}

describe('100 KB of an attack shape in a text field (T46)', () => {
  it('is taken or refused within 50 ms, in every text field of every route', () => {
    const slow: string[] = [];
    let fields = 0;
    for (const { name, schema } of parts)
      for (const field of textFieldsOf(schema)) {
        fields += 1;
        for (const [shape, text] of Object.entries(SHAPES)) {
          const value = field.with(text);
          const took = fastest(() => void schema.safeParse(value));
          if (took > MOST_MS) slow.push(`${name} ${field.pointer}, ${shape}: ${Math.round(took)} ms`);
        }
      }
    expect(fields).toBeGreaterThan(80);
    expect(slow).toEqual([]);
  }, 120_000);

  it('is let through where nothing bounds a text, so the fields are really reached', () => {
    const [field] = textFieldsOf(
      z.object({ deep: z.array(z.object({ text: z.string() })), other: z.number() }),
    );
    expect(field?.pointer).toBe('#/deep/0/text');
    expect(field?.with('here')).toEqual({ deep: [{ text: 'here' }], other: 1 });
    const reached = parts.filter(({ schema }) =>
      textFieldsOf(schema).some((each) => {
        const { error } = schema.safeParse(each.with(SHAPES['one letter'] ?? ''));
        return error?.issues.some(({ path }) => `#/${path.join('/')}` === each.pointer) ?? false;
      }),
    );
    // The few others refuse the whole value before they come to the text, or do not say where.
    expect(reached.length / parts.length).toBeGreaterThan(0.8);
  });

  it('would be found slow with a quadratic expression (control)', () => {
    const careless = z.object({ text: z.string().regex(/\s+$/) });
    const value = { text: `${' '.repeat(16_000)}x` };
    expect(fastest(() => void careless.safeParse(value), 1)).toBeGreaterThan(MOST_MS);
  });
});

describe('a body over 64 KB (T46)', () => {
  let application: TestApplication;
  beforeAll(async () => {
    application = await startTestApplication();
  });
  afterAll(() => application.close());

  it('is refused by every route that writes', async () => {
    const writes = routes.filter(([key, endpoint]) => endpoint.body && isWrite(key, endpoint));
    expect(writes.length).toBeGreaterThan(30);
    for (const [key] of writes) {
      const [method = '', pattern = ''] = key.split(' ');
      const response = await fetch(application.url + pattern.replace(/:\w+/g, 'x'), {
        method,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ x: 'a'.repeat(65_536) }),
      });
      expect([response.status, (await response.json()) as unknown], key).toEqual([
        413,
        expect.objectContaining({ code: 'body-too-large' }),
      ]);
    }
  });
});
