import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const sources = /\.(ts|tsx|mjs|css)$/;
const tests = /\.(test|spec)\.tsx?$|^tests\//;
const vagueName = /^(utils?|helpers?|common|misc)(\.[a-z.]+)?$/i;

/** Every file below the folders of ours, as paths from the project's folder. */
function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return [path];
    return ['node_modules', 'dist', 'test-results'].includes(entry.name) ? [] : filesBelow(path);
  });
}

const files = ['packages', 'server', 'client', 'tests'].flatMap(filesBelow);

/** The files with more lines than allowed, told with their length. */
function longerThan(limit: number, of: string[]): string[] {
  return of
    .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > limit)
    .map(({ file, lines }) => `${relative('.', file)}: ${lines} lines`);
}

it('looks at the whole house', () => {
  expect(files).toContain('packages/domain/src/bingo/index.ts');
  expect(files).toContain('tests/architecture/calm-house.test.ts');
});

it('has no source file over 300 lines', () => {
  const long = longerThan(
    300,
    files.filter((file) => sources.test(file) && !tests.test(file)),
  );
  expect(long).toEqual([]);
});

it('has no test file over 500 lines', () => {
  const long = longerThan(
    500,
    files.filter((file) => sources.test(file) && tests.test(file)),
  );
  expect(long).toEqual([]);
});

it('names nothing utils, helpers, common or misc', () => {
  expect(files.filter((file) => file.split('/').some((part) => vagueName.test(part)))).toEqual([]);
});

/** What a class is given by Nest; names of the platform's ports and of the configuration are told apart by their imports. */
function injectedParts(file: string): { parts: number; ports: number } {
  const text = readFileSync(join(root, file), 'utf8');
  const imports = [...text.matchAll(/import (?:type )?\{([^}]*)\} from '([^']*)'/g)];
  const ofPlatform = imports.filter(([, , from]) => /\/(platform|config)\//.test(from ?? ''));
  const names = new Set(ofPlatform.flatMap(([, list]) => (list ?? '').split(',').map((name) => name.trim())));
  const injected = [...text.matchAll(/@Inject\((\w+)\)/g)].map(([, name]) => name ?? '');
  const ports = injected.filter((name) => names.has(name)).length;
  return { parts: injected.length - ports, ports };
}

it('gives no class more than six parts of the product, and six ports beside them', () => {
  const classes = files.filter((file) => /^server\/src\/.*\.ts$/.test(file) && !tests.test(file));
  const counted = classes.map((file) => ({ file, ...injectedParts(file) }));
  expect(counted.some(({ parts, ports }) => parts > 3 && ports > 1)).toBe(true);
  expect(counted.filter(({ parts, ports }) => parts > 6 || ports > 6)).toEqual([]);
});
