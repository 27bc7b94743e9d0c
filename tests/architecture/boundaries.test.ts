import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { boundariesOf, type Boundaries } from '@hillo/tooling/boundaries/violations';
import { boundaryRules } from '@hillo/tooling/boundaries/rules';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { allowed, targets, violations } from './seeded-violations.js';

/** Packages are found as in the project: a link in node_modules, and the real package's `exports`. */
const packages = ['contracts', 'domain', 'draw', 'seating', 'testing', 'tooling'];

const project = join(import.meta.dirname, '../..');
let root: string;
let found: Boundaries;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'hillo-boundaries-'));
  for (const file of targets) write(file, 'export const target = 1;\n');
  for (const { file, imports } of [...violations, ...allowed]) {
    write(file, `export * as imported from '${imports}';\n`);
  }
  mkdirSync(join(root, 'node_modules/@hillo'), { recursive: true });
  for (const name of packages) {
    copyFileSync(
      join(project, 'packages', name, 'package.json'),
      join(root, 'packages', name, 'package.json'),
    );
    symlinkSync(join(root, 'packages', name), join(root, 'node_modules/@hillo', name));
  }
  found = await boundariesOf(root, ['packages', 'server', 'client']);
});

afterAll(() => rmSync(root, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text, { flag: 'wx' }); // a file has one seed
}

function rulesBrokenBy(file: string): string[] {
  return found.violations.filter(({ from }) => from === file).map(({ rule }) => rule);
}

it.each(violations)('$rule bites: $file may not import $imports', ({ rule, file }) => {
  expect(rulesBrokenBy(file)).toEqual([rule]);
});

it.each(allowed)('$file may import $imports', ({ file }) => {
  expect(rulesBrokenBy(file)).toEqual([]);
});

it('has a seeded violation for every rule', () => {
  const seeded = new Set(violations.map(({ rule }) => rule));
  expect([...new Set(boundaryRules.map(({ name }) => name))].filter((name) => !seeded.has(name))).toEqual([]);
});

it('finds nothing but what was seeded', () => {
  const seeded = violations.map(({ rule, file }) => `${rule}: ${file}`);
  expect(found.violations.map(({ rule, from }) => `${rule}: ${from}`).sort()).toEqual(seeded.sort());
});
