import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from './instance.js';
import { faultsOf } from './tests/check-plan.js';
import { plainRoom } from './tests/instances.js';

const home = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'seating-'));
const room = plainRoom(24, 6, 5);

/** The built command: built here, so that the test sees the sources and the build's own configuration. */
beforeAll(() => {
  const compiler = join(
    dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
    'bin',
    'tsc',
  );
  execFileSync(process.execPath, [compiler, '-p', join(home, 'tsconfig.build.json'), '--outDir', folder]);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true }));

function seating(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'seating-cli.js'), ...args], {
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('seating', () => {
  it('prints the plan as JSON and nothing else, from a file and from standard input', () => {
    const path = join(folder, 'instance.json');
    writeFileSync(path, JSON.stringify(room));
    const { status, stdout, stderr } = seating([path, '--time', '60000', '--seed', '3']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const plan = JSON.parse(stdout) as Plan;
    expect(Object.keys(plan)).toEqual(['rounds', 'quality', 'method', 'ms']);
    expect(faultsOf(room, plan)).toEqual([]);
    const again = JSON.parse(seating(['-', '--seed', '3'], `\uFEFF${JSON.stringify(room)}`).stdout) as Plan;
    expect({ ...again, ms: 0 }).toEqual({ ...plan, ms: 0 });
  });

  it('says in one sentence why there is no plan', () => {
    const missing = join(folder, 'missing.json');
    const refused = (message: string) => ({ status: 1, stdout: '', stderr: `${message}\n` });
    expect(seating([missing])).toEqual(refused(`Cannot read ${missing}.`));
    expect(seating(['-'], '{')).toEqual(refused('There is no JSON in standard input.'));
    expect(seating(['-'], '{}')).toEqual(refused('people must be a list.'));
    expect(seating(['-'], JSON.stringify({ ...room, tables: room.tables.slice(1) }))).toEqual(
      refused('Round 1 has 24 people and 20 seats.'),
    );
    for (const args of [[], ['a', 'b'], ['-', '--time', 'soon'], ['-', '--seed', '1.5'], ['-', '--fast']])
      expect(seating(args)).toEqual({
        status: 1,
        stdout: '',
        stderr: expect.stringMatching(/^Usage: [^\n]+\n$/) as string,
      });
  });
});
