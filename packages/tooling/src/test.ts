import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkAside } from './check.js';
import { runProgram } from './checks/run-program.js';
import { add, nothing, tallyPlaywright, tallyVitest, withExitCode, type Tally } from './checks/tally.js';
import { projectRoot } from './command.js';
import { Failure } from './failure.js';

/** `npm test`: every check and every test; the last line is the sum over all of them. */
export async function run(args: string[]): Promise<number> {
  const full = isFull(args);
  if (full) process.env.HILLO_TEST_FULL = '1';
  const began = Date.now();
  const reports = join(projectRoot, '.cache', 'reports');
  mkdirSync(reports, { recursive: true });

  // The tests wait now and then, for a database or a browser: that time is enough for the rest.
  const checked = checkAside();
  const tests = await runTests('unit and API tests', join(reports, 'vitest.json'), tallyVitest, (file) =>
    runProgram('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], {
      shown: true,
    }),
  );
  const browserTests = await runTests(
    'browser tests',
    join(reports, 'playwright.json'),
    tallyPlaywright,
    (file) =>
      runProgram('playwright', ['test', '-c', 'tests/playwright.config.ts', '--reporter=line,json'], {
        shown: true,
        env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
      }),
  );
  const checks = await checked;
  console.log(checks.words);
  const tally = [checks.tally, tests, browserTests].reduce(add);
  // What `npm run bench` tells of the tests.
  const lastRun = { seconds: Math.round((Date.now() - began) / 1000), ...tally };
  if (!full) writeFileSync(join(reports, 'last-test.json'), JSON.stringify(lastRun));
  console.log(`${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
  return tally.failed === 0 && tally.passed > 0 ? 0 : 1;
}

function isFull(args: string[]): boolean {
  try {
    return parseArgs({ args, options: { full: { type: 'boolean' } } }).values.full ?? false;
  } catch {
    throw new Failure(`npm test knows "-- --full"; it does not know "${args.join(' ')}".`);
  }
}

/** A runner that leaves no report behind, or reports no test at all, has failed. */
async function runTests(
  name: string,
  file: string,
  count: (json: string) => Tally,
  start: (file: string) => Promise<{ code: number }>,
): Promise<Tally> {
  rmSync(file, { force: true });
  const began = Date.now();
  const { code } = await start(file);
  const tally = withExitCode(readTally(file, count), code);
  const empty = tally.passed + tally.failed + tally.skipped === 0;
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(
    `${name}: ${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped (${seconds} s)`,
  );
  return empty ? { ...nothing, failed: 1 } : tally;
}

function readTally(file: string, count: (json: string) => Tally): Tally {
  try {
    return count(readFileSync(file, 'utf8'));
  } catch {
    return { ...nothing, failed: 1 };
  }
}
