import { compared, type Figure, median } from '../figures.js';
import { startServer } from '../ground/child.js';
import type { Databases } from '../ground/databases.js';
import { EveningFiller } from '../ground/evening-filler.js';
import { HttpLine, timed } from '../ground/http-line.js';
import { step } from '../progress.js';
import { type Act, actsOf } from './acts.js';

const SIZES = [100, 1_000, 10_000] as const;
/** Of each evening, so that check-ins can be measured in the small one too. */
const EXPECTED = 36;
const WARM_UP = 60;
const TURNS = 150;

/** What a scan, a check-in, a name search and a page of the list cost in a small, a large and a huge evening, all in one database. */
export async function measureSizes(databases: Databases): Promise<Figure[]> {
  const { database, evenings } = await step('Filling evenings of 100, 1,000 and 10,000 with full cards', () =>
    fill(databases),
  );
  const server = await startServer(database);
  const line = await HttpLine.open(server.url);
  try {
    return await step('Measuring the cost by size', () => compare(line, evenings));
  } finally {
    line.close();
    await server.stop();
  }
}

async function fill(databases: Databases) {
  const database = await databases.empty();
  const filler = await EveningFiller.open(database);
  const evenings: (readonly Act[])[] = [];
  for (const size of SIZES) evenings.push(await actsOf(filler, await filler.evening(size, EXPECTED, 'full')));
  await filler.close();
  return { database, evenings };
}

/** One request of each evening in turns, so that all sizes meet the same moments of the machine. */
async function compare(line: HttpLine, evenings: readonly (readonly Act[])[]): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const index of evenings[0]?.keys() ?? []) {
    const acts = evenings.flatMap((evening) => evening[index] ?? []);
    const times = acts.map((): number[] => []);
    for (let turn = 0; turn < WARM_UP + TURNS; turn += 1)
      for (const [size, act] of acts.entries()) {
        const milliseconds = await timed(line, act.request(turn));
        if (turn >= WARM_UP) times[size]?.push(milliseconds);
        if (act.undo) await timed(line, act.undo(turn));
      }
    const [small = 0, large = 0, huge = 0] = times.map(median);
    const name = acts[0]?.name ?? '';
    figures.push(
      compared(`${name}: median in an evening of 1,000, beside 100`, 'ms', large, small),
      compared(`${name}: median in an evening of 10,000, beside 100`, 'ms', huge, small, { most: 1.3 }),
    );
  }
  return figures;
}
