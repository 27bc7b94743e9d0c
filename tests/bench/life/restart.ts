import { type Figure, median, plain } from '../figures.js';
import { startServer } from '../ground/child.js';
import type { Databases } from '../ground/databases.js';
import { EveningFiller } from '../ground/evening-filler.js';
import { bytesOf, HttpLine, timed } from '../ground/http-line.js';
import { step } from '../progress.js';

const ROUNDS = 5;
const PEOPLE = 300;
const GOAL_S = 5;

/** From SIGKILL in a full evening to the first answer of a phone's page. */
export async function measureRestart(databases: Databases): Promise<Figure[]> {
  const database = await databases.empty();
  const filler = await EveningFiller.open(database);
  const evening = await filler.evening(PEOPLE, 0, 'full');
  const [me] = evening.sides[0];
  const [cookie = ''] = await filler.phones(evening.id, me ? [me] : []);
  await filler.close();
  const ask = bytesOf({ method: 'GET', path: `/api/me/${me?.id ?? ''}/card`, cookie });
  const seconds: number[] = [];
  await step('Killing the server and starting it again', async () => {
    let server = await startServer(database);
    for (let round = 0; round < ROUNDS; round += 1) {
      const killed = performance.now();
      await server.kill();
      server = await startServer(database);
      const line = await HttpLine.open(server.url);
      await timed(line, ask);
      seconds.push((performance.now() - killed) / 1_000);
      line.close();
    }
    await server.stop();
  });
  return [plain('from SIGKILL to the first answer', 's', median(seconds), { most: GOAL_S })];
}
