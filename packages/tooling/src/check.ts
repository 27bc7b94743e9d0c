import { staticChecks } from './checks/static-checks.js';
import { add, nothing, type Tally } from './checks/tally.js';

/** `npm run check`: everything but the tests. */
export async function run(): Promise<number> {
  const tally = await runStaticChecks();
  console.log(`${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
  return tally.failed === 0 ? 0 : 1;
}

/** Two at a time: most of them use one core only. */
export async function runStaticChecks(): Promise<Tally> {
  let tally = nothing;
  const left = [...staticChecks];
  const lane = async () => {
    for (let check = left.shift(); check; check = left.shift()) {
      const began = Date.now();
      const { code, output } = await check.run();
      console.log(
        `${check.name}: ${code === 0 ? 'passed' : 'failed'} (${((Date.now() - began) / 1000).toFixed(1)} s)`,
      );
      if (code !== 0) console.log(output.trim());
      tally = add(tally, { ...nothing, [code === 0 ? 'passed' : 'failed']: 1 });
    }
  };
  await Promise.all([lane(), lane()]);
  return tally;
}
