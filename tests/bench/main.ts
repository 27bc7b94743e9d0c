import { parseArgs } from 'node:util';
import { measureClient } from './client/client.js';
import { measureDoorRush } from './crowds/door-rush.js';
import { measureFormRush } from './crowds/form-rush.js';
import { measureOneAddress } from './crowds/one-address.js';
import { measureVotingRoom } from './crowds/voting-room.js';
import { type Figure, table } from './figures.js';
import { type Databases, openDatabases } from './ground/databases.js';
import { measureMemory } from './life/memory.js';
import { measureRestart } from './life/restart.js';
import { measureExport } from './program/export.js';
import { measureStart } from './program/start.js';
import { lastTestRun } from './program/test-run.js';
import { step } from './progress.js';
import { measureFanOut } from './room/fan-out.js';
import { measureReconnectStorm } from './room/reconnect-storm.js';
import { measureStageFollow } from './room/stage-follow.js';
import { measureUpvotes } from './room/upvotes.js';
import { measureVoteStorm } from './room/vote-storm.js';
import { measureScan } from './scan/scan.js';
import { measureSeating } from './seating/seating.js';
import { measureSizes } from './sizes/sizes.js';

/** In the order in which they are printed; figures are comparable within one run only. */
const MEASURES: Readonly<Record<string, (databases: Databases) => Promise<Figure[]> | Figure[]>> = {
  scan: measureScan,
  sizes: measureSizes,
  door: measureDoorRush,
  form: measureFormRush,
  evening: measureOneAddress,
  votes: measureVotingRoom,
  'fan-out': measureFanOut,
  'vote-storm': measureVoteStorm,
  upvotes: measureUpvotes,
  'reconnect-storm': measureReconnectStorm,
  stage: measureStageFollow,
  restart: measureRestart,
  memory: measureMemory,
  client: measureClient,
  export: measureExport,
  start: measureStart,
  test: lastTestRun,
  seating: measureSeating,
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

const chosen = Object.entries(MEASURES)
  .filter(([name]) => positionals.length === 0 || positionals.includes(name))
  .map(([, measure]) => measure);
const figures: Figure[] = [];
// A measure that takes no databases needs none started.
const databases = chosen.some((measure) => measure.length > 0)
  ? await step('Starting a database', openDatabases)
  : undefined;
try {
  for (const measure of chosen) figures.push(...(await measure(databases as Databases)));
} finally {
  await databases?.stop();
}
const text = values.json ? figures.map((figure) => JSON.stringify(figure)).join('\n') : table(figures);
process.stdout.write(`${text}\n`);
