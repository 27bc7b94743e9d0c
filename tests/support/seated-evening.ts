import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Browser } from './browser-session.js';

const LOOK_AGAIN_MS = 100;

/** Everybody of an evening at tables of two for three rounds, shown on their own pages; on a server that runs jobs. */
export async function seatEvening(organiser: Browser, evening: string): Promise<void> {
  const at = `/api/evenings/${evening}/seating`;
  const { version, people } = (await organiser.get(at)).body;
  const tables = Array.from({ length: Math.ceil(people.length / 2) }, (_, index) => ({
    id: randomUUID(),
    name: String(index + 1),
    seats: 2,
    accessible: index === 0,
    x: 20 * (index + 1),
    y: 30,
  }));
  const saved = await organiser.put(at, {
    version,
    block: null,
    tables,
    rounds: 3,
    aim: 'mix-sectors',
    crowd: 'coming',
    countsEncounters: true,
    together: [],
    apart: [],
    locks: {},
    aside: [],
  });
  if (saved.status !== 200) throw new Error(`The wishes were refused: ${JSON.stringify(saved.body)}`);
  let { run } = (await organiser.post(`${at}/runs`)).body;
  while (run.state === 'planning') {
    await setTimeout(LOOK_AGAIN_MS);
    ({ run } = (await organiser.get(at)).body);
  }
  const shown = await organiser.post(`${at}/publications`);
  if (shown.status !== 200)
    throw new Error(`Nobody was seated: ${JSON.stringify({ run, shown: shown.body })}`);
}
