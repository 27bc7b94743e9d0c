import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import published from '../vectors/draw-1.json' with { type: 'json' };

const home = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'verify-draw-'));

/** The built command: built here, so that the test sees the sources and the build's own configuration. */
beforeAll(() => {
  const compiler = join(
    dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
    'bin',
    'tsc',
  );
  execFileSync(process.execPath, [compiler, '-p', join(home, 'tsconfig.build.json'), '--outDir', folder]);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

function verifyDraw(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'verify-cli.js'), ...args], {
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('verify-draw', () => {
  it('says in one line that the published proof holds, from a file and from standard input', () => {
    const fromFile = verifyDraw([join(home, 'vectors', 'draw-1.json')]);
    expect(fromFile).toEqual({ status: 0, stdout: expect.stringMatching(/^[^\n]+\n$/), stderr: '' });
    expect(fromFile.stdout).toContain('K7QF-2M9D B3XA-88PW');
    expect(fromFile.stdout).toContain(published.commit);
    expect(verifyDraw(['-'], `\uFEFF${JSON.stringify(published)}`)).toEqual(fromFile);
  });

  it.each([
    ['shape', { winners: [] }],
    ['tickets', { tickets: published.tickets.toReversed() }],
    ['public-number', { publicNumber: '4711' }],
    ['commit', { secret: '0'.repeat(64) }],
    ['list', { tickets: published.tickets.slice(1) }],
    ['seed', { prizes: 3 }],
    ['order', { order: published.order.toReversed() }],
  ])('names the failing step %s in one line', (step, change) => {
    const answer = verifyDraw(['-'], JSON.stringify({ ...published, ...change }));
    expect(answer).toEqual({ status: 1, stdout: '', stderr: expect.stringMatching(/^[^\n]+\n$/) });
    expect(answer.stderr).toContain(`fails at ${step} `);
  });

  it('says in one sentence what it cannot use', () => {
    const missing = join(folder, 'missing.json');
    const broken = file('broken.json', '{"drawId":');
    expect(verifyDraw([missing])).toEqual({ status: 1, stdout: '', stderr: `Cannot read ${missing}.\n` });
    expect(verifyDraw([folder])).toEqual({ status: 1, stdout: '', stderr: `Cannot read ${folder}.\n` });
    expect(verifyDraw([broken])).toEqual({
      status: 1,
      stdout: '',
      stderr: `There is no JSON in ${broken}.\n`,
    });
    expect(verifyDraw(['-'])).toEqual({
      status: 1,
      stdout: '',
      stderr: 'There is no JSON in standard input.\n',
    });
    for (const args of [[], ['one', 'two']]) {
      expect(verifyDraw(args)).toEqual({
        status: 1,
        stdout: '',
        stderr: expect.stringMatching(/^Usage: [^\n]+\n$/),
      });
    }
  });
});
