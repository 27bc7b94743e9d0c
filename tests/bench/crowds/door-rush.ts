import { type Figure, percentile, plain } from '../figures.js';
import { startServer } from '../ground/child.js';
import type { Databases } from '../ground/databases.js';
import { EveningFiller } from '../ground/evening-filler.js';
import { bytesOf, HttpLine } from '../ground/http-line.js';
import { step } from '../progress.js';

const BADGES = 300;
const DEVICES = 4;
/** Each scan is sent so many times at once, with one operation id. */
const SENT = 3;
const GOAL_MS = 300;

/** Three hundred badges at four doors, each sent three times in parallel, each door as fast as it is answered (T1). */
export async function measureDoorRush(databases: Databases): Promise<Figure[]> {
  const database = await databases.empty();
  const filler = await EveningFiller.open(database);
  const { id, expected } = await filler.evening(BADGES, BADGES, 'empty');
  const doors: string[] = [];
  // A device may ask 600 times a minute; 225 of its requests are sent at once here, and some more to warm up.
  for (let device = 0; device < DEVICES; device += 1)
    doors.push((await filler.fixtures.device(id, 'door')).browser.cookieHeader.replace(/^hillo=/, ''));
  await filler.close();
  const server = await startServer(database);
  const times: number[] = [];
  const answers: string[] = [];
  const stand = async (cookie: string, device: number) => {
    const lines = await Promise.all(Array.from({ length: SENT }, () => HttpLine.open(server.url)));
    for (let turn = device; turn < BADGES; turn += DEVICES) {
      const request = bytesOf({
        method: 'POST',
        path: `/api/evenings/${id}/door/check-ins`,
        cookie,
        body: { who: { by: 'badge', token: expected[turn]?.badge } },
      });
      await Promise.all(
        lines.map(async (line) => {
          const began = performance.now();
          const { status, body } = await line.send(request);
          times.push(performance.now() - began);
          if (status !== 200) throw new Error(`The answer was ${status}: ${body.slice(0, 400)}`);
          answers.push(body);
        }),
      );
    }
    for (const line of lines) line.close();
  };
  try {
    await step('Checking in 300 badges at four doors', () => Promise.all(doors.map(stand)));
  } finally {
    await server.stop();
  }
  return [
    plain('door, 300 badges × 3 from 4 devices: p95 of an answer', 'ms', percentile(times, 0.95), {
      most: GOAL_MS,
    }),
    plain('door, 300 badges × 3 from 4 devices: different answers', 'answers', new Set(answers).size, {
      most: BADGES,
    }),
  ];
}
