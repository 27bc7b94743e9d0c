import { parseArgs } from 'node:util';
import { measureClient } from './client/client.js';
import { type Figure, table } from './figures.js';
import { type Databases, openDatabases } from './ground/databases.js';
import { measureExport } from './program/export.js';
import { measureStart } from './program/start.js';
import { lastTestRun } from './program/test-run.js';
import { step } from './progress.js';
import { measureScan } from './scan/scan.js';
import { measureSizes } from './sizes/sizes.js';

/** In the order in which they are printed; figures are comparable within one run only. */
const MEASURES: Readonly<Record<string, (databases: Databases) => Promise<Figure[]> | Figure[]>> = {
  scan: measureScan,
  sizes: measureSizes,
  client: measureClient,
  export: measureExport,
  start: measureStart,
  test: lastTestRun,
};

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean' } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !(name in MEASURES));
if (unknown.length > 0) {
  process.stderr.write(
    `npm run bench knows "-- --json" and the measures ${Object.keys(MEASURES).join(', ')}.\n`,
  );
  process.exit(1);
}

const databases = await step('Starting a database', openDatabases);
const figures: Figure[] = [];
try {
  for (const [name, measure] of Object.entries(MEASURES))
    if (positionals.length === 0 || positionals.includes(name)) figures.push(...(await measure(databases)));
} finally {
  await databases.stop();
}
const text = values.json ? figures.map((figure) => JSON.stringify(figure)).join('\n') : table(figures);
process.stdout.write(`${text}\n`);
