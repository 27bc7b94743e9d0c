/** How many tests passed, failed and were skipped. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0 };

export function add(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** The runner's exit code has the last word: whatever went wrong outside of a test counts as one failure. */
export function withExitCode(tally: Tally, code: number): Tally {
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

interface VitestReport {
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/** A file that could not be loaded, or whose set-up broke, reports no failed test: it counts as one. */
export function tallyVitest(json: string): Tally {
  const { testResults } = JSON.parse(json) as VitestReport;
  return testResults
    .map(({ status, assertionResults }) => {
      const count = (...of: string[]) => assertionResults.filter((one) => of.includes(one.status)).length;
      const failed = count('failed');
      return {
        passed: count('passed'),
        failed: status === 'failed' && failed === 0 ? 1 : failed,
        skipped: assertionResults.length - count('passed') - failed,
      };
    })
    .reduce(add, nothing);
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

/** Errors outside of tests (a spec that does not load, a server that does not start) count one each. */
export function tallyPlaywright(json: string): Tally {
  const { stats, errors } = JSON.parse(json) as PlaywrightReport;
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}
