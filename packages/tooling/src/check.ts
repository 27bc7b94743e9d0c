import type { RunOptions } from './checks/run-program.js';
import { type StaticCheck, staticChecks } from './checks/static-checks.js';
import { add, nothing, type Tally } from './checks/tally.js';

/** `npm run check`: everything but the tests. Two at a time: most of them use one core only. */
export async function run(): Promise<number> {
  const left = staticChecks.values();
  let tally = nothing;
  const lane = async () => {
    for (const check of left) {
      const told = await outcomeOf(check);
      console.log(told.words);
      tally = add(tally, told.tally);
    }
  };
  await Promise.all([lane(), lane()]);
  console.log(`${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
  return tally.failed === 0 ? 0 : 1;
}

interface Outcome {
  readonly tally: Tally;
  /** What a person reads of it. */
  readonly words: string;
}

/** The same beside something else, which it leaves all the time that it wants: told when all are done. */
export async function checkAside(): Promise<Outcome> {
  const told: Outcome[] = [];
  for (const check of staticChecks) told.push(await outcomeOf(check, { aside: true }));
  return {
    tally: told.map(({ tally }) => tally).reduce(add, nothing),
    words: told.map(({ words }) => words).join('\n'),
  };
}

async function outcomeOf(check: StaticCheck, options?: RunOptions): Promise<Outcome> {
  const began = Date.now();
  const { code, output } = await check.run(options);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  return code === 0
    ? { tally: { ...nothing, passed: 1 }, words: `${check.name}: passed (${seconds} s)` }
    : { tally: { ...nothing, failed: 1 }, words: `${check.name}: failed (${seconds} s)\n${output.trim()}` };
}
