import { readFileSync } from 'node:fs';
import { type Figure, plain } from '../figures.js';
import { inProject } from '../ground/child.js';

const TEN_MINUTES = 600;

/** How long the last `npm test` took; it writes that down itself. Left out when none has ended here. */
export function lastTestRun(): Figure[] {
  try {
    const run = JSON.parse(readFileSync(inProject('.cache/reports/last-test.json'), 'utf8')) as {
      seconds: number;
    };
    return [plain('npm test, the last run', 's', run.seconds, { most: TEN_MINUTES })];
  } catch {
    return [];
  }
}
