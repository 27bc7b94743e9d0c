import { describe, expect, it } from 'vitest';
import { add, nothing, tallyPlaywright, tallyVitest, withExitCode } from './tally.js';

const vitest = (...testResults: unknown[]) => tallyVitest(JSON.stringify({ testResults }));
const file = (status: string, ...statuses: string[]) => ({
  status,
  assertionResults: statuses.map((one) => ({ status: one })),
});

describe('tallyVitest', () => {
  it('counts every test once', () => {
    const tally = vitest(
      file('passed', 'passed', 'passed', 'skipped'),
      file('failed', 'failed', 'passed', 'todo', 'pending'),
    );
    expect(tally).toEqual({ passed: 3, failed: 1, skipped: 3 });
  });

  it('counts a file that could not be loaded as one failure', () => {
    expect(vitest(file('failed'))).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('counts a file whose set-up broke as one failure beside its skipped tests', () => {
    expect(vitest(file('failed', 'skipped', 'skipped'))).toEqual({ passed: 0, failed: 1, skipped: 2 });
  });
});

describe('tallyPlaywright', () => {
  it('counts a flaky test as passed and an error outside of tests as failed', () => {
    const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
    const tally = tallyPlaywright(JSON.stringify({ stats, errors: [{}] }));
    expect(tally).toEqual({ passed: 5, failed: 2, skipped: 2 });
  });
});

describe('withExitCode', () => {
  it('adds a failure when the runner failed and no test did', () => {
    expect(withExitCode({ ...nothing, passed: 5 }, 1)).toEqual({ passed: 5, failed: 1, skipped: 0 });
    expect(withExitCode({ ...nothing, failed: 2 }, 1)).toEqual({ passed: 0, failed: 2, skipped: 0 });
    expect(withExitCode({ ...nothing, passed: 5 }, 0)).toEqual({ passed: 5, failed: 0, skipped: 0 });
  });
});

describe('add', () => {
  it('sums column by column', () => {
    expect(add({ passed: 1, failed: 2, skipped: 3 }, { passed: 10, failed: 20, skipped: 30 })).toEqual({
      passed: 11,
      failed: 22,
      skipped: 33,
    });
  });
});
