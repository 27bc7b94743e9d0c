import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { api } from '@hillo/contracts/api';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { expressionsOf, slowness } from '../support/regular-expressions.js';

const root = join(import.meta.dirname, '../..');
const source = /\.(ts|tsx|mjs)$/;
const test = /\.test\.tsx?$/;

/** Every source file below a folder but tests, as paths from the project's folder. */
function sourcesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['node_modules', 'dist'].includes(entry.name) ? [] : sourcesBelow(path);
    return source.test(entry.name) && !test.test(entry.name) ? [path] : [];
  });
}

/** The patterns that a JSON Schema asks texts to match, at any depth. */
function patternsIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'pattern' && typeof value === 'string' ? [value] : patternsIn(value),
  );
}

describe('every regular expression takes linear time (T46)', { timeout: 120_000 }, () => {
  it('of the sources', () => {
    const found = ['packages', 'server', 'client']
      .flatMap(sourcesBelow)
      .flatMap((file) =>
        expressionsOf(file, readFileSync(join(root, file), 'utf8')).map((each) => ({ file, ...each })),
      );
    expect(found.length).toBeGreaterThan(100);
    expect(found.filter(({ slow }) => slow.length > 0)).toEqual([]);
  });

  it('of the schemas, the library’s own among them', () => {
    const schemas = Object.values(api).flatMap((endpoint) =>
      (['params', 'query', 'body'] as const).flatMap((part) => {
        const schema: z.ZodType | undefined = part in endpoint ? Reflect.get(endpoint, part) : undefined;
        return schema ? [schema] : [];
      }),
    );
    const patterns = new Set(
      (['input', 'output'] as const).flatMap((io) =>
        schemas.flatMap((schema) => patternsIn(z.toJSONSchema(schema, { io, unrepresentable: 'any' }))),
      ),
    );
    expect(patterns.size).toBeGreaterThanOrEqual(4);
    for (const pattern of patterns) expect(slowness(pattern, 'u'), pattern).toEqual([]);
  });

  it.each([
    ['(a+)+$', 'exponential'],
    ['^(a|a)*$', 'exponential'],
    [String.raw`^(?:\w|\d)*$`, 'exponential'],
    [String.raw`^\s*(.*?)\s*$`, 'polynomial'],
    [String.raw`\s+$`, 'polynomial'],
    ['<[^>]*>', 'polynomial'],
  ])('the test sees %s', (pattern, kind) => {
    expect(slowness(pattern, 'u').join()).toContain(kind);
  });

  it('the test sees one that is put together at run time', () => {
    const [made] = expressionsOf('x.ts', 'export const made = (word: string) => new RegExp(`^${word}+$`);');
    expect(made).toMatchObject({ line: 1, slow: ['put together at run time'] });
  });
});
