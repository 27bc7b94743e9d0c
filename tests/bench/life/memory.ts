import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { residentMiB } from '../../support/resident-memory.js';
import { compared, type Figure } from '../figures.js';
import { startServer } from '../ground/child.js';
import type { Databases } from '../ground/databases.js';
import { EveningFiller } from '../ground/evening-filler.js';
import { HttpLine, sendAll } from '../ground/http-line.js';
import { step } from '../progress.js';
import { planScans, scanBytes } from '../scan/scan-plan.js';

const PEOPLE = 1_200;
const LINES = 16;
const WARM_UP = 4_000;
/** Eighty-five people who scan somebody each four minutes for four hours. */
const EVENING = 5_100;
const REST_MS = 3_000;

/** What a server holds after an evening's writes, beside what it held when it was warm (T49). */
export async function measureMemory(databases: Databases): Promise<Figure[]> {
  const database = await databases.empty();
  const filler = await EveningFiller.open(database);
  const evening = await filler.evening(PEOPLE, 0, 'empty');
  const people = evening.sides.flat();
  const cookies = await filler.phones(evening.id, people);
  const cookieOf = new Map(people.map(({ id }, index) => [id, cookies[index] ?? '']));
  await filler.close();
  const requests = planScans(evening).map((scan) => scanBytes(scan, cookieOf.get(scan.me.id) ?? '', '/api'));
  const server = await startServer(database);
  const lines = await Promise.all(Array.from({ length: LINES }, () => HttpLine.open(server.url)));
  try {
    await step('Warming up', () => sendAll(lines, requests.slice(0, WARM_UP)));
    const warm = await atRest(server.pid);
    await step('The writes of an evening', () => sendAll(lines, requests.slice(WARM_UP, WARM_UP + EVENING)));
    const after = await atRest(server.pid);
    if (!warm || !after) return [];
    return [
      compared('memory after an evening, beside warm', 'MiB', after.memory, warm.memory, { most: 1.1 }),
      compared('open files after an evening, beside warm', 'files', after.files, warm.files, { most: 1 }),
    ];
  } finally {
    for (const line of lines) line.close();
    await server.stop();
  }
}

/** Undefined where there is no /proc. */
async function atRest(pid: number): Promise<{ memory: number; files: number } | undefined> {
  await sleep(REST_MS);
  const memory = residentMiB(pid);
  return memory === undefined ? undefined : { memory, files: readdirSync(`/proc/${pid}/fd`).length };
}
